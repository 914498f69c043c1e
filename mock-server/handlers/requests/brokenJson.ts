import { Problem } from '../../domain/requests/Problem.ts';

/** Where a text stops being JSON, the first line and column being 1. */
async function placeOf(text: string): Promise<string> {
  // Loaded by the first who needs it: most bodies are right.
  const { parse } = await import('jsonc-parser');
  const errors: { offset: number }[] = [];
  try {
    parse(text, errors as Parameters<typeof parse>[1], { disallowComments: true });
  } catch {
    // Nested more deeply than a parser that calls itself can follow.
    return '';
  }
  const [first] = errors;
  if (!first) return '';
  const lines = text.slice(0, first.offset).split('\n');
  const column = (lines.at(-1) ?? '').length + 1;
  return ` at line ${String(lines.length)}, column ${String(column)}`;
}

/** A body that is no JSON. It is told where, and nothing of it is repeated. */
export async function brokenJson(text: string | undefined): Promise<Problem> {
  if (text === undefined) {
    return new Problem(400, 'invalid_json', 'The body is not valid UTF-8. Send JSON in UTF-8.');
  }
  const place = await placeOf(text);
  const detail = `The body is not valid JSON${place}. Look for a comma, a quote or a bracket there.`;
  return new Problem(400, 'invalid_json', detail);
}

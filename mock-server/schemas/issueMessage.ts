import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

/** What stands there, told by its kind alone: an answer never repeats a value that was sent. */
function kindOf(input: unknown): string {
  if (input === null) return 'null';
  if (Array.isArray(input)) return 'a list';
  // JSON has no infinity, but 1e999 is read as one.
  if (input === Infinity || input === -Infinity) return 'a number that is too large';
  return typeof input === 'object' ? 'an object' : `a ${typeof input}`;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const formats: Readonly<Record<string, string>> = {
  email: 'an e-mail address such as customer@example.com',
  url: 'an absolute URL such as https://shop.example/',
  safeint: 'a whole number',
};

const joined = (texts: readonly string[]): string =>
  texts.length < 2
    ? texts.join('')
    : `${texts.slice(0, -1).join(', ')} or ${texts.slice(-1).join('')}`;

/** The format of the schema that refused, where it has one: an amount is a number, and a whole one. */
function formatOf({ inst }: Issue): string | undefined {
  const { _zod: internals } = (inst ?? {}) as { _zod?: { def?: { format?: string } } };
  return internals?.def?.format;
}

/** How a message begins where nothing was sent. */
export const missing = 'This is missing. ';

const instead = (wanted: string, input: unknown): string =>
  input === undefined ? `${missing}Give ${wanted}` : `Give ${wanted}, not ${kindOf(input)}`;

function ofType(issue: Issue & { readonly code: 'invalid_type' }): string {
  const { expected, input } = issue;
  const wanted = formats[formatOf(issue) ?? ''] ?? kinds[expected] ?? 'something else';
  // A number with a fraction is one, and yet not what is wanted.
  if (expected === 'int') return `Give ${kinds['int'] ?? ''}, without a fraction`;
  return instead(wanted, input);
}

function ofValue({ values, input }: Issue & { readonly code: 'invalid_value' }): string {
  const wanted = joined(values.map((value) => JSON.stringify(value)));
  const isOneOfKind = values.some((value) => typeof value === typeof input);
  return isOneOfKind ? `Give ${wanted}` : instead(wanted, input);
}

/** Every kind of value of a union at once. */
function ofUnion({ errors, input }: Issue & { readonly code: 'invalid_union' }): string {
  const wanted = errors
    .flat()
    .flatMap((error) =>
      error.code === 'invalid_type' ? [kinds[error.expected] ?? error.expected] : [],
    );
  return instead(joined([...new Set(wanted)]), input);
}

const counted = (count: number | bigint, origin: string): string => {
  const few = Number(count) === 1;
  if (origin === 'string') return few ? '1 character' : `${String(count)} characters`;
  return origin === 'array' || origin === 'record' ? `${String(count)} of them` : String(count);
};

function ofSize(issue: Issue & { readonly code: 'too_small' | 'too_big' }): string {
  const { origin } = issue;
  if (issue.code === 'too_big') {
    const most = `at most ${counted(issue.maximum, origin)}`;
    if (origin === 'string') return `This is too long. Give ${most}`;
    return origin === 'array'
      ? `These are too many. Give ${most}`
      : `This is too large. Give ${most}`;
  }
  const least = `at least ${counted(issue.minimum, origin)}`;
  const empty = Number(issue.minimum) === 1;
  if (origin === 'string')
    return empty ? 'This is empty. Give a text' : `This is too short. Give ${least}`;
  if (origin === 'array')
    return empty ? 'This list is empty. Give one at least' : `These are too few. Give ${least}`;
  return `This is too small. Give ${least}`;
}

/** What is wrong and what to send instead, in the server's words where a schema has none of its own. */
export function issueMessage(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return ofType(issue);
    case 'invalid_value':
      return ofValue(issue);
    case 'invalid_union':
      return ofUnion(issue);
    case 'too_small':
    case 'too_big':
      return ofSize(issue);
    case 'invalid_format':
      return `Give ${formats[issue.format] ?? 'it in the form that is asked for'}`;
    case 'invalid_key':
      return `This name cannot be used. ${issue.issues[0]?.message ?? 'Give another one'}`;
    case 'unrecognized_keys':
      return 'This field is not known. Remove it, or check its name';
    default:
      return 'This cannot be taken. Look at what is asked for in /openapi.json';
  }
}

import type { Store } from '../store/createStore.ts';
import { applyPlan, type Seeded } from './applyPlan.ts';
import type { Mistake } from './Mistake.ts';
import { parseText, type LineMistake } from './parseText.ts';
import { readPlan } from './readPlan.ts';
import { SeedError } from './SeedError.ts';

/** As many as one can look through at once. */
const shown = 20;

function refuse(name: string, mistakes: readonly LineMistake[]): never {
  const inOrder = [...mistakes].sort((one, other) => one.line - other.line);
  const lines = inOrder
    .slice(0, shown)
    .map(({ line, reason }) => `  line ${String(line)}  ${reason}`);
  if (inOrder.length > shown) lines.push(`  and ${String(inOrder.length - shown)} more`);
  throw new SeedError(
    [`Failed to seed from ${name}, so nothing of it was added:`, ...lines].join('\n'),
  );
}

/**
 * Reads a seed file, and returns what adds its records to their accounts, and again to those that are reset. `origin` is
 * where the pages of its checkout sessions are.
 *
 * @throws SeedError when anything in it is wrong, here or when it is added; then nothing is.
 */
export function readSeed(text: string, name: string): (store: Store, origin: string) => Seeded {
  const parsed = parseText(text);
  if (!('lineOf' in parsed)) return refuse(name, parsed);
  const withLine = ({ place, reason }: Mistake): LineMistake => ({
    line: parsed.lineOf(place),
    reason: place.length > 0 ? `${place.join('.')}: ${reason}` : reason,
  });
  const plan = readPlan(parsed.value);
  if (!('size' in plan)) return refuse(name, plan.map(withLine));
  return (store, origin) => {
    const seeded = applyPlan(store, plan, origin);
    return 'added' in seeded ? seeded : refuse(name, seeded.map(withLine));
  };
}

import type { Store } from '../store/createStore.ts';
import { collectFaults } from './collectFaults.ts';
import type { Seedling } from './createSeeders.ts';
import { toMistakes, type Mistake } from './Mistake.ts';
import type { Plan } from './readPlan.ts';

/** How many records came of a seed file, and how many were there already. */
export interface Seeded {
  readonly added: number;
  readonly left: number;
}

class Refused extends Error {}

/**
 * Adds everything to its accounts, or nothing to any: the decisions stand in one another, so that the first one ends when
 * the last one is known to be right.
 */
export function applyPlan(store: Store, plan: Plan): Seeded | readonly Mistake[] {
  const known = new Set([...store.accounts()].map(({ id }) => id));
  const mistakes: Mistake[] = [];
  const count = { added: 0, left: 0 };
  const fill = ([first, ...others]: readonly (readonly [string, readonly Seedling[]])[]): void => {
    if (!first) {
      if (mistakes.length > 0) throw new Refused();
      return;
    }
    const [id, seedlings] = first;
    const account = store.account(id);
    account.decide((now) => {
      for (const { place, add } of seedlings) {
        const added = collectFaults(() => add(account, now));
        if (!('value' in added)) mistakes.push(...toMistakes(place, added));
        else if (added.value) count.added += 1;
        else count.left += 1;
      }
      fill(others);
    });
  };
  try {
    fill([...plan]);
    return count;
  } catch (error) {
    for (const id of plan.keys()) if (!known.has(id)) store.reset(id);
    if (!(error instanceof Refused)) throw error;
    return mistakes;
  }
}

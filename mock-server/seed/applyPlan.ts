import type { Account } from '../store/createAccount.ts';
import type { Store } from '../store/createStore.ts';
import { collectFaults } from './collectFaults.ts';
import { toMistakes, type Mistake } from './Mistake.ts';
import type { Plan } from './readPlan.ts';
import type { Ground, Seedling } from './Seeder.ts';

/** How many records came of a seed file, and how many were there already. */
export interface Seeded {
  readonly added: number;
  readonly left: number;
}

class Refused extends Error {}

/** An account that was reset has it all again. What time has made wrong since, a code that expired, is left out. */
function sowAgain(account: Account, seedlings: readonly Seedling[], ground: Ground): void {
  for (const { add } of seedlings) {
    collectFaults(() => account.decide((now) => add(account, now, ground)));
  }
}

function remember(store: Store, plan: Plan, ground: Ground): void {
  for (const [id, seedlings] of plan) {
    store.seed(id, (account) => {
      sowAgain(account, seedlings, ground);
    });
  }
}

/**
 * Adds everything to its accounts, or nothing to any: the decisions stand in one another, so that the first one ends when
 * the last one is known to be right.
 */
export function applyPlan(store: Store, plan: Plan, origin: string): Seeded | readonly Mistake[] {
  const ground: Ground = {
    origin,
    publish: (key, account) => {
      store.publish(key, account);
    },
  };
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
        const added = collectFaults(() => add(account, now, ground));
        if (!('value' in added)) mistakes.push(...toMistakes(place, added));
        else if (added.value) count.added += 1;
        else count.left += 1;
      }
      fill(others);
    });
  };
  try {
    fill([...plan]);
    remember(store, plan, ground);
    return count;
  } catch (error) {
    for (const id of plan.keys()) if (!known.has(id)) store.reset(id);
    if (!(error instanceof Refused)) throw error;
    return mistakes;
  }
}

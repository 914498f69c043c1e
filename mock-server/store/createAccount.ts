import type { CheckoutTasks, CheckoutTask } from '../checkout/checkoutTasks.ts';
import type { AccountRecords } from './AccountRecords.ts';
import { createClock, type Clock } from './createClock.ts';
import { createCollection } from './createCollection.ts';
import { createDueQueue, type DueQueue } from './createDueQueue.ts';
import { createIdempotencyKeys, type IdempotencyKeys } from './createIdempotencyKeys.ts';
import { createJournal, type Journal } from './createJournal.ts';
import type { Random } from './createRandom.ts';
import { seedAccount } from './seedAccount.ts';

/** A world of its own: nothing in one account can be seen from another. */
export interface Account {
  readonly id: string;
  readonly merchant: {
    readonly name: string;
    readonly logo_url: string | null;
    readonly primary_color: string | null;
  };
  readonly clock: Clock;
  readonly due: DueQueue<CheckoutTask>;
  readonly random: Random;
  readonly records: AccountRecords;
  readonly idempotency: IdempotencyKeys;
  /** Runs everything that has fallen due, each at its own time. */
  settle(now: number): void;
  /**
   * Runs one decision: first what has fallen due, then `work`, at one and the same time throughout. When `work` throws, nothing it did remains. It is synchronous, so decisions never interleave.
   */
  decide<T>(work: (now: number) => T): T;
}

function createRecords(journal: Journal): AccountRecords {
  return {
    customers: createCollection(journal),
    products: createCollection(journal),
    prices: createCollection(journal),
    coupons: createCollection(journal),
    promotionCodes: createCollection(journal, ({ code }) => code.toUpperCase()),
    processors: createCollection(journal),
    processorRoutes: createCollection(journal),
    customFieldDefinitions: createCollection(journal, ({ entity, key }) => `${entity} ${key}`),
    sessions: createCollection(journal, ({ handle }) => handle),
    payments: createCollection(journal, ({ id, challenge_id: challenge }) => challenge ?? id),
    paymentMethods: createCollection(journal),
  };
}

export function createAccount(options: {
  readonly id: string;
  readonly realTime: () => number;
  readonly random: Random;
  readonly tasks: CheckoutTasks;
}): Account {
  const { id, realTime, random, tasks } = options;
  const journal = createJournal();
  const due = createDueQueue<CheckoutTask>();
  const account: Account = {
    id,
    merchant: { name: 'Alder Press', logo_url: null, primary_color: null },
    clock: createClock(realTime),
    due,
    random,
    records: createRecords(journal),
    idempotency: createIdempotencyKeys(random.bytes(32)),
    settle(now) {
      for (let task = due.take(now); task; task = due.take(now)) {
        const { kind, id: recordId, at } = task;
        journal.transact(() => {
          tasks[kind](account, recordId, at);
        });
      }
    },
    decide(work) {
      const now = account.clock.now();
      account.settle(now);
      return journal.transact(() => work(now));
    },
  };
  account.decide((now) => {
    seedAccount(account.records, now);
  });
  return account;
}

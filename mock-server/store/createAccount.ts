import type { CheckoutTasks, CheckoutTask } from '../checkout/checkoutTasks.ts';
import type { AccountRecords } from './AccountRecords.ts';
import { createClock, type Clock } from './createClock.ts';
import { createCollection } from './createCollection.ts';
import { createDueQueue, type DueQueue } from './createDueQueue.ts';
import { createIdempotencyKeys, type IdempotencyKeys } from './createIdempotencyKeys.ts';
import { createJournal, type Journal, type Written } from './createJournal.ts';
import type { Random } from './createRandom.ts';
import { seedAccount } from './seedAccount.ts';

/** What happens in an account by itself, when its time has come. */
export type AccountTask = CheckoutTask | 'webhook.deliver';

/** What surrounds every account. */
export interface AccountOptions {
  readonly realTime: () => number;
  readonly tasks: CheckoutTasks;
  /** A delivery is to be made now. It is made outside of any decision. */
  readonly onDeliveryDue?: (account: Account, deliveryId: string) => void;
  /** A decision stands; called with what it wrote. */
  readonly onCommit?: (account: Account, written: readonly Written[]) => void;
}

/** A world of its own: nothing in one account can be seen from another. */
export interface Account {
  readonly id: string;
  readonly merchant: {
    readonly name: string;
    readonly logo_url: string | null;
    readonly primary_color: string | null;
  };
  readonly clock: Clock;
  readonly due: DueQueue<AccountTask>;
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
    customers: createCollection(journal, 'customers'),
    products: createCollection(journal, 'products'),
    prices: createCollection(journal, 'prices'),
    coupons: createCollection(journal, 'coupons'),
    promotionCodes: createCollection(journal, 'promotionCodes', ({ code }) => code.toUpperCase()),
    processors: createCollection(journal, 'processors'),
    processorRoutes: createCollection(journal, 'processorRoutes'),
    customFieldDefinitions: createCollection(
      journal,
      'customFieldDefinitions',
      ({ entity, key }) => `${entity} ${key}`,
    ),
    sessions: createCollection(journal, 'sessions', ({ handle }) => handle),
    payments: createCollection(
      journal,
      'payments',
      ({ id, challenge_id: challenge }) => challenge ?? id,
    ),
    paymentMethods: createCollection(journal, 'paymentMethods'),
    events: createCollection(journal, 'events'),
    webhookEndpoints: createCollection(journal, 'webhookEndpoints'),
    deliveries: createCollection(journal, 'deliveries'),
  };
}

export function createAccount(
  options: AccountOptions & { readonly id: string; readonly random: Random },
): Account {
  const { id, realTime, random, tasks, onDeliveryDue, onCommit } = options;
  const journal = createJournal((written) => onCommit?.(account, written));
  const due = createDueQueue<AccountTask>();
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
        if (kind === 'webhook.deliver') {
          onDeliveryDue?.(account, recordId);
          continue;
        }
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

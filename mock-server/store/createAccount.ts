import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { AccountTask, RecordTask, RecordTasks } from './AccountTask.ts';
import { createClock, type Clock } from './time/createClock.ts';
import { createCollection } from './decisions/createCollection.ts';
import { createDueQueue, type Due, type DueQueue } from './time/createDueQueue.ts';
import { createIdempotencyKeys, type IdempotencyKeys } from './createIdempotencyKeys.ts';
import { createJournal, type Journal, type Written } from './decisions/createJournal.ts';
import { createKeeper, type Keeper } from './decisions/createKeeper.ts';
import type { Random } from './createRandom.ts';
import type { Change } from './Persistence.ts';
import type { AccountRecords } from './records/AccountRecords.ts';
import { readBirth, restoreAccount } from './restoreAccount.ts';
import { seedAccount } from './seedAccount.ts';

/** What surrounds every account. */
export interface AccountOptions {
  readonly realTime: () => number;
  readonly tasks: RecordTasks;
  /** A delivery is to be made now. It is made outside of any decision. */
  readonly onDeliveryDue?: (account: Account, deliveryId: string) => void;
  /** A decision stands; called with what it wrote. */
  readonly onCommit?: (account: Account, written: readonly Written[]) => void;
  /** Hosts besides loopback that webhooks may be sent to wherever they are. */
  readonly webhookHosts?: readonly string[];
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
  readonly webhookHosts: readonly string[];
  /** When it came into being, on its own clock. */
  readonly createdAt: number;
  readonly idempotency: IdempotencyKeys;
  /** Runs everything that has fallen due, each at its own time. */
  settle(now: number): void;
  /**
   * Runs one decision: first what has fallen due, then `work`, at one and the same time throughout. When `work` throws,
   * nothing it did remains. It is synchronous, so decisions never interleave.
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
    subscriptions: createCollection(journal, 'subscriptions'),
    invoices: createCollection(journal, 'invoices'),
    refunds: createCollection(journal, 'refunds'),
    events: createCollection(journal, 'events'),
    webhookEndpoints: createCollection(journal, 'webhookEndpoints'),
    deliveries: createCollection(journal, 'deliveries'),
    faults: createCollection(journal, 'faults'),
    webhookFaults: createCollection(journal, 'webhookFaults'),
  };
}

/** Where an account is kept when the process ends. */
export interface Keeping {
  /** What was saved of it before; empty for a new one. */
  readonly saved: readonly Change[];
  readonly save: (changes: readonly Change[]) => void;
}

type Parts = Pick<Account, 'clock' | 'due' | 'records' | 'idempotency' | 'createdAt'> & {
  readonly journal: Journal;
};

/** What of an account outlives the process: as it was saved, or new and seeded. */
function createParts(
  options: AccountOptions & { readonly random: Random; readonly keeping?: Keeping | undefined },
  onCommit: (written: readonly Written[]) => void,
): Parts {
  const { keeping, random } = options;
  const saved = keeping?.saved ?? [];
  const { birth, clock: clockBefore } = readBirth(saved);
  let keeper: Keeper | undefined;
  const journal = createJournal(onCommit, (written) => keeper?.save(written));
  const clock = createClock(options.realTime, clockBefore, (state) => {
    keeper?.note('clock', '', state);
    // A clock is set outside of decisions.
    keeper?.save([]);
  });
  const key = birth ? hexToBytes(birth.key) : random.bytes(32);
  const createdAt = birth?.created_at ?? clock.now();
  const records = createRecords(journal);
  const parts: Parts = {
    ...{ journal, clock, records, createdAt },
    due: createDueQueue(
      (number, due) => keeper?.note('due', String(number), due),
      (undo) => {
        journal.undoable(undo);
      },
    ),
    idempotency: createIdempotencyKeys(key, (scope, kept) => keeper?.note('kept', scope, kept)),
  };
  journal.transact(() => {
    restoreAccount(saved, parts);
  });
  if (keeping) keeper = createKeeper(records, keeping.save);
  if (!birth) {
    keeper?.note('birth', '', { created_at: createdAt, key: bytesToHex(key) });
    journal.transact(() => {
      seedAccount(records, createdAt);
    });
  }
  return parts;
}

/** One decision that nobody asked for: its time has come. */
function runTask(
  account: Account,
  journal: Journal,
  { run, id, at }: { readonly run: RecordTasks[RecordTask] } & Omit<Due, 'kind'>,
): void {
  const task: { isDone: boolean } = { isDone: false };
  try {
    journal.transact(() => {
      run(account, id, at);
      task.isDone = true;
    });
  } catch (error) {
    // It could not be kept, as on a disk that is full: it is still to happen.
    if (task.isDone) account.due.untake();
    throw error;
  }
}

export function createAccount(
  options: AccountOptions & {
    readonly id: string;
    readonly random: Random;
    readonly keeping?: Keeping | undefined;
  },
): Account {
  const { id, random, tasks, onDeliveryDue, onCommit } = options;
  let made = false;
  const { journal, ...parts } = createParts(options, (written) => {
    // What an account begins with is no decision of anybody.
    if (made) onCommit?.(account, written);
  });
  const { due } = parts;
  const account: Account = {
    ...parts,
    id,
    merchant: { name: 'Alder Press', logo_url: null, primary_color: null },
    random,
    webhookHosts: options.webhookHosts ?? [],
    settle(now) {
      for (let task = due.take(now); task; task = due.take(now)) {
        if (task.kind === 'webhook.deliver') onDeliveryDue?.(account, task.id);
        else runTask(account, journal, { run: tasks[task.kind], ...task });
      }
    },
    decide(work) {
      const now = account.clock.now();
      account.settle(now);
      return journal.transact(() => work(now));
    },
  };
  made = true;
  return account;
}

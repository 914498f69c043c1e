import { checkoutTasks } from '../checkout/checkoutTasks.ts';
import type { AccountChange } from '../domain/changes/AccountChange.ts';
import type { Account } from '../store/createAccount.ts';
import { createChangeFeed, type ChangeFeed } from '../store/createChangeFeed.ts';
import type { Written } from '../store/decisions/createJournal.ts';
import { createStore, type Store } from '../store/createStore.ts';
import type { Persistence } from '../store/Persistence.ts';
import { createAlarm, type Alarm } from './createAlarm.ts';
import { createDeliverer, type Deliverer } from './createDeliverer.ts';
import { createMover, type Mover } from './createMover.ts';
import type { SendWebhook } from './sendOnce.ts';

/** Every account, with what goes on in it between requests: deliveries, and what falls due. */
export interface Worlds {
  readonly store: Store;
  readonly changes: Pick<ChangeFeed, 'publish'>;
  /** Tells of every change in an account, also of those that come by themselves. Returns how to stop. */
  follow(accountId: string, listener: (change: AccountChange) => void): () => void;
  /** Resolves when nothing is being delivered in the account. */
  idle(account: Account): Promise<void>;
  /** Moves an account's clock forward; resolves when all that fell due has happened and was delivered. */
  moveClock(account: Account, by: number): Promise<void>;
  /** Brings back what is kept there, and what was to happen in it; keeps all from now on. */
  keepIn(persistence: Persistence): void;
  /** Cuts deliveries off, leaves clocks where they have come to, and forgets what is due. */
  stop(): void;
}

/** What a follower is told of, by the collection that it is in. */
const kinds: Readonly<Record<string, AccountChange['kind']>> = {
  sessions: 'checkout_session',
  payments: 'payment_intent',
  events: 'event',
  deliveries: 'delivery',
  faults: 'fault',
  webhookFaults: 'fault',
};

function tell(changes: ChangeFeed, account: Account, written: readonly Written[]): void {
  if (!changes.isFollowed(account.id)) return;
  for (const { kind, id } of written) {
    const known = kinds[kind];
    if (known) changes.publish(account.id, { kind: known, id });
  }
}

const isHeard = (changes: ChangeFeed, account: Account): boolean =>
  account.records.webhookEndpoints.size > 0 || changes.isFollowed(account.id);

/** What goes on around an account when something happens in it. */
function surround(changes: ChangeFeed, deliverer: Deliverer, mover: Mover, alarm: Alarm) {
  return {
    onDeliveryDue(account: Account, id: string): void {
      deliverer.start(account, id);
    },
    onCommit(account: Account, written: readonly Written[]): void {
      deliverer.catchUp(account);
      alarm.set(account);
      tell(changes, account, written);
    },
    onReset(account: Account): void {
      alarm.clear(account);
      deliverer.forget(account);
      mover.forget(account);
      changes.publish(account.id, { kind: 'account', id: account.id });
    },
  };
}

export function createWorlds(options: {
  readonly realTime: () => number;
  readonly send: SendWebhook;
  readonly timeout?: number;
  readonly webhookHosts: readonly string[];
  readonly reportError: (error: unknown) => void;
}): Worlds {
  const { realTime, webhookHosts, reportError } = options;
  const changes = createChangeFeed();
  const deliverer = createDeliverer(options);
  const mover = createMover((account) => deliverer.idle(account));
  const alarm = createAlarm((account) => isHeard(changes, account), reportError);
  const surroundings = surround(changes, deliverer, mover, alarm);
  const store = createStore({ realTime, tasks: checkoutTasks, webhookHosts, ...surroundings });
  return {
    store,
    changes,
    follow(accountId, listener) {
      const stop = changes.subscribe(accountId, listener);
      alarm.set(store.account(accountId));
      return stop;
    },
    idle: (account) => deliverer.idle(account),
    async moveClock(account, by) {
      await mover.move(account, by);
      alarm.set(account);
      changes.publish(account.id, { kind: 'clock', id: account.id });
    },
    keepIn(persistence) {
      store.keepIn(persistence);
      for (const account of store.accounts()) alarm.set(account);
    },
    stop() {
      for (const part of [mover, alarm, deliverer]) part.stop();
    },
  };
}

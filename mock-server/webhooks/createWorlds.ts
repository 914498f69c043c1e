import { checkoutTasks } from '../checkout/checkoutTasks.ts';
import type { Account } from '../store/createAccount.ts';
import {
  createChangeFeed,
  type AccountChange,
  type ChangeFeed,
} from '../store/createChangeFeed.ts';
import type { Written } from '../store/createJournal.ts';
import { createStore, type Store } from '../store/createStore.ts';
import { createAlarm } from './createAlarm.ts';
import { createDeliverer } from './createDeliverer.ts';
import { moveClock } from './moveClock.ts';
import type { SendWebhook } from './sendOnce.ts';

/** Every account, with what goes on in it between requests: deliveries, and what falls due. */
export interface Worlds {
  readonly store: Store;
  readonly changes: ChangeFeed;
  /** Resolves when nothing is being delivered in the account. */
  idle(account: Account): Promise<void>;
  /** Moves an account's clock forward; resolves when all that fell due has happened and was delivered. */
  moveClock(account: Account, to: number): Promise<void>;
  /** Cuts deliveries off and forgets what is due. */
  stop(): void;
}

/** What a follower is told of, by the collection that it is in. */
const kinds: Readonly<Record<string, AccountChange['kind']>> = {
  sessions: 'checkout_session',
  payments: 'payment_intent',
  events: 'event',
  deliveries: 'delivery',
  webhookFaults: 'fault',
};

function tell(changes: ChangeFeed, account: Account, written: readonly Written[]): void {
  if (!changes.isFollowed(account)) return;
  for (const { kind, id } of written) {
    const known = kinds[kind];
    if (known) changes.publish(account, { kind: known, id });
  }
}

const isHeard = (changes: ChangeFeed, account: Account): boolean =>
  account.records.webhookEndpoints.size > 0 || changes.isFollowed(account);

export function createWorlds(options: {
  readonly realTime: () => number;
  readonly send: SendWebhook;
  readonly timeout?: number;
  readonly webhookHosts: readonly string[];
}): Worlds {
  const { realTime, webhookHosts } = options;
  const changes = createChangeFeed();
  const deliverer = createDeliverer(options);
  const alarm = createAlarm((account) => isHeard(changes, account));
  const store = createStore({
    realTime,
    tasks: checkoutTasks,
    webhookHosts,
    onDeliveryDue(account, id) {
      deliverer.start(account, id);
    },
    onCommit(account, written) {
      alarm.set(account);
      tell(changes, account, written);
    },
    onReset(account) {
      alarm.clear(account);
      deliverer.forget(account);
    },
  });
  return {
    store,
    changes,
    idle: (account) => deliverer.idle(account),
    async moveClock(account, to) {
      await moveClock(account, to, (waiting) => deliverer.idle(waiting));
      alarm.set(account);
    },
    stop() {
      alarm.stop();
      deliverer.stop();
    },
  };
}

import type { Account } from './createAccount.ts';

/** Something in an account changed: what it is, and which one. */
export interface AccountChange {
  readonly kind:
    'checkout_session' | 'payment_intent' | 'event' | 'delivery' | 'request' | 'clock' | 'fault';
  readonly id: string;
}

type Listener = (change: AccountChange) => void;

/** Tells who follows an account what changes in it. */
export interface ChangeFeed {
  publish(account: Account, change: AccountChange): void;
  /** Returns how to stop. */
  subscribe(account: Account, listener: Listener): () => void;
  isFollowed(account: Account): boolean;
}

export function createChangeFeed(): ChangeFeed {
  const followers = new Map<Account, Set<Listener>>();
  return {
    publish(account, change) {
      for (const listener of followers.get(account) ?? []) listener(change);
    },
    subscribe(account, listener) {
      const listeners = followers.get(account) ?? new Set();
      followers.set(account, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) followers.delete(account);
      };
    },
    isFollowed: (account) => followers.has(account),
  };
}

import type { AccountChange } from '../domain/changes/AccountChange.ts';

type Listener = (change: AccountChange) => void;

/** Tells who follows an account what changes in it. It goes by the id: an account that was reset is followed on. */
export interface ChangeFeed {
  publish(accountId: string, change: AccountChange): void;
  /** Returns how to stop. */
  subscribe(accountId: string, listener: Listener): () => void;
  isFollowed(accountId: string): boolean;
}

export function createChangeFeed(): ChangeFeed {
  const followers = new Map<string, Set<Listener>>();
  return {
    publish(accountId, change) {
      for (const listener of followers.get(accountId) ?? []) listener(change);
    },
    subscribe(accountId, listener) {
      const listeners = followers.get(accountId) ?? new Set();
      followers.set(accountId, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) followers.delete(accountId);
      };
    },
    isFollowed: (accountId) => followers.has(accountId),
  };
}

import type { Account } from '../store/createAccount.ts';

/** What came of attempts. Where it cannot be kept, as on a disk that is full, it waits: the receiver has been told. */
export interface Outcomes {
  /** Keeps one of them by this decision, which throws where it cannot be kept now. */
  keep(account: Account, decide: () => void): void;
  /** The decisions that wait. They are the caller's to repeat. */
  takeWaiting(account: Account): (() => void)[];
}

export function createOutcomes(): Outcomes {
  const waiting = new WeakMap<Account, (() => void)[]>();
  return {
    keep(account, decide) {
      try {
        decide();
      } catch (error) {
        waiting.set(account, [...(waiting.get(account) ?? []), decide]);
        throw error;
      }
    },
    takeWaiting(account) {
      const decisions = waiting.get(account) ?? [];
      waiting.delete(account);
      return decisions;
    },
  };
}

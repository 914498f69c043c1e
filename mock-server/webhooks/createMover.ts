import type { Account } from '../store/createAccount.ts';
import { moveClock } from './moveClock.ts';

/** Moves the clocks of accounts. */
export interface Mover {
  /** Begins once the move before has ended, so that hours that are added at once are all added. */
  move(account: Account, by: number): Promise<void>;
  /** Leaves the clock of an account that was reset. */
  forget(account: Account): void;
  /** Leaves all clocks at the times that they have come to. */
  stop(): void;
}

export function createMover(idle: (account: Account) => Promise<void>): Mover {
  const ended = new WeakMap<Account, Promise<void>>();
  const forgotten = new WeakSet<Account>();
  let stopping = new AbortController();

  return {
    move(account, by) {
      const { signal } = stopping;
      const isOver = (): boolean => signal.aborted || forgotten.has(account);
      const before = ended.get(account) ?? Promise.resolve();
      const move = before.then(() => moveClock(account, by, idle, isOver));
      ended.set(
        account,
        move.catch(() => undefined),
      );
      return move;
    },
    forget(account) {
      forgotten.add(account);
    },
    stop() {
      stopping.abort();
      stopping = new AbortController();
    },
  };
}

import type { Account } from '../store/createAccount.ts';

/** Lets things happen at their time although no request comes. */
export interface Alarm {
  /** Runs what is due, and comes back when the next thing is. Called after every decision and change of a clock. */
  set(account: Account): void;
  clear(account: Account): void;
  stop(): void;
}

/** The longest that a timer can wait; it is set again then. */
const longest = 2 ** 31 - 1;

/** Runs what is due. A disk that is full fails it, say. */
function settles(account: Account, reportError: (error: unknown) => void): boolean {
  try {
    account.settle(account.clock.now());
    return true;
  } catch (error) {
    reportError(error);
    return false;
  }
}

/** Only for accounts that somebody listens to: what nobody hears of may wait for the next request. */
export function createAlarm(
  isHeard: (account: Account) => boolean,
  reportError: (error: unknown) => void,
): Alarm {
  const timers = new Map<Account, { readonly rings: number; readonly clear: () => void }>();

  function clear(account: Account): void {
    timers.get(account)?.clear();
    timers.delete(account);
  }

  function ring(account: Account): void {
    timers.delete(account);
    // What fails waits for whoever asks next: trying at once would fail as often as it could.
    if (settles(account, reportError)) set(account);
  }

  function set(account: Account): void {
    const { due, clock } = account;
    if (due.next === undefined || !isHeard(account)) return;
    const wait = Math.max(0, due.next - clock.now());
    if (wait > 0 && clock.frozen) return;
    const rings = performance.now() + wait;
    const before = timers.get(account);
    // One that rings too early does no harm: it is set again then.
    if (before && before.rings <= rings) return;
    before?.clear();
    const timer = setTimeout(ring, Math.min(wait, longest), account);
    // A process does not go on only because something is due in it.
    if (typeof timer === 'object') timer.unref();
    timers.set(account, {
      rings,
      clear: () => {
        clearTimeout(timer);
      },
    });
  }

  return {
    set,
    clear,
    stop() {
      for (const account of [...timers.keys()]) clear(account);
    },
  };
}

import type { Account } from '../store/createAccount.ts';

/**
 * Moves a clock forward from one due thing to the next, and waits for the deliveries of each: a retry that fails is then
 * tried again at its own time, and a receiver that looks at its session sees it as it was at that time.
 */
export async function moveClock(
  account: Account,
  to: number,
  idle: (account: Account) => Promise<void>,
): Promise<void> {
  const { clock, due } = account;
  const ahead = clock.offset + to - clock.now();
  // A clock that ticks goes on ticking meanwhile: what is added is added to its offset.
  const goal = (): number => (clock.frozen ? to : clock.now() - clock.offset + ahead);
  for (;;) {
    account.settle(clock.now());
    await idle(account);
    const now = clock.now();
    const next = Math.min(due.next ?? Infinity, goal());
    if (next > now) clock.set(next);
    else if (due.next === undefined || due.next > now) return;
  }
}

import type { Account } from '../store/createAccount.ts';

/**
 * Moves a clock forward from one due thing to the next, and waits for the deliveries of each: a retry that fails is then
 * tried again at its own time, and a receiver that looks at its session sees it as it was at that time.
 */
export async function moveClock(
  account: Account,
  by: number,
  idle: (account: Account) => Promise<void>,
): Promise<void> {
  const { clock, due } = account;
  const until = clock.now() + by;
  const ahead = clock.offset + by;
  const next = (): number => due.next ?? Infinity;
  // A clock that ticks goes on ticking meanwhile: what is added is added to its offset.
  const goal = (): number => (clock.frozen ? until : clock.now() - clock.offset + ahead);
  const settle = async (): Promise<void> => {
    account.settle(clock.now());
    await idle(account);
  };
  await settle();
  while (next() < goal()) {
    clock.set(Math.max(next(), clock.now()));
    await settle();
  }
  if (clock.frozen) clock.set(until);
  else clock.setOffset(ahead);
  while (next() <= clock.now()) await settle();
}

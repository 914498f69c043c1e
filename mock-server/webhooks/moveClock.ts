import type { Account } from '../store/createAccount.ts';
import { giveWay } from './giveWay.ts';

/** What happens at one time between two looks at whoever else asks this server: some milliseconds of it. */
const mostAtATime = 32;

/**
 * Moves a clock forward from one due thing to the next, and waits for the deliveries of each: a retry that fails is then
 * tried again at its own time, and a receiver that looks at its session sees it as it was at that time. Years of it do not
 * keep anybody else waiting, and it is left where it has come to once `isOver`.
 */
export async function moveClock(
  account: Account,
  by: number,
  idle: (account: Account) => Promise<void>,
  isOver: () => boolean,
): Promise<void> {
  const { clock, due } = account;
  const until = clock.now() + by;
  const ahead = clock.offset + by;
  let steps = 0;
  const next = (): number => (isOver() ? Infinity : (due.next ?? Infinity));
  // A clock that ticks goes on ticking meanwhile: what is added is added to its offset.
  const goal = (): number => (clock.frozen ? until : clock.now() - clock.offset + ahead);
  const settle = async (): Promise<void> => {
    account.settle(clock.now());
    await idle(account);
    steps += 1;
    if (steps % mostAtATime === 0) await giveWay();
  };
  await settle();
  while (next() < goal()) {
    clock.set(Math.max(next(), clock.now()));
    await settle();
  }
  if (isOver()) return;
  if (clock.frozen) clock.set(until);
  else clock.setOffset(ahead);
  while (next() <= clock.now()) await settle();
}

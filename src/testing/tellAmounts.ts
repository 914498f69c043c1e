import type { FakeHostedPage } from './fakes/createFakeFrame.ts';
import type { TestWorld } from './TestWorld.ts';

/** The page tells what an open order costs, where that is not what it has shown. */
export function tellChange(world: TestWorld, hosted: FakeHostedPage): void {
  const { session, totals } = world;
  if (session.state === 'open' && totals.get(hosted) !== session.amount_total_atom) {
    tellAmounts(world, hosted);
  }
}

export function tellAmounts({ session, totals }: TestWorld, hosted: FakeHostedPage): void {
  const { currency, amount_subtotal_atom, amount_discount_atom, amount_total_atom } = session;
  totals.set(hosted, amount_total_atom);
  if (currency === null) return;
  const amounts = { amount_subtotal_atom, amount_discount_atom, amount_total_atom };
  hosted.send({ t: 'h:change', currency, ...amounts });
}

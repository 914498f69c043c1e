import { expect } from 'vitest';
import { z } from 'zod';
import { totalOf, type CheckoutModel } from './CheckoutModel.ts';
import type { CheckoutShop } from './createCheckoutShop.ts';

const session = z.looseObject({
  state: z.string(),
  amount_total_atom: z.int(),
  payment_intent_id: z.string().nullable(),
});
const listOf = <T>(schema: z.ZodType<T>) => z.object({ data: z.array(schema), total: z.int() });
const coupon = z.looseObject({ id: z.string(), times_redeemed: z.int() });
const payment = z.looseObject({ status: z.string(), amount_atom: z.int() });
const event = z.looseObject({ type: z.string() });

/** All of a list, the oldest first. */
async function read<T>({ api }: CheckoutShop, path: string, schema: z.ZodType<T>): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const answer = await api('GET', `${path}?limit=100&offset=${String(all.length)}`);
    const { data, total } = listOf(schema).parse(answer);
    all.push(...data);
    if (all.length === total) return all.reverse();
  }
}

/** What the server says is what the model says, of each checkout and of each coupon. */
export async function compareCheckout(model: CheckoutModel, shop: CheckoutShop): Promise<void> {
  const sessions = await read(shop, '/checkout-sessions', session);
  expect(
    sessions.map((it) => [it.state, it.amount_total_atom, it.payment_intent_id !== null]),
  ).toEqual(
    model.visits.map((visit) => [
      ...[visit.state, totalOf(visit)],
      visit.attempts.some(({ status }) => status === 'succeeded'),
    ]),
  );
  const used = new Map(
    (await read(shop, '/coupons', coupon)).map((it) => [it.id, it.times_redeemed]),
  );
  expect(shop.coupons.map((id) => used.get(id))).toEqual(model.coupons.map((it) => it.used));
}

/** The same of each payment, and of everything that was told. */
export async function compareTold(model: CheckoutModel, shop: CheckoutShop): Promise<void> {
  const paid = await read(shop, '/payment-intents', payment);
  const attempts = model.visits.flatMap((visit) => visit.attempts);
  const facts = paid.map(({ status, amount_atom: amount }) => `${status} ${String(amount)}`);
  const wanted = attempts.map(({ status, amount }) => `${status} ${String(amount)}`);
  expect(facts.sort()).toEqual(wanted.sort());
  const told: Record<string, number> = {};
  for (const { type } of await read(shop, '/events', event)) told[type] = (told[type] ?? 0) + 1;
  expect(told).toEqual(model.told);
}

import { expect } from 'vitest';
import { z } from 'zod';
import type { BillingModel } from './BillingModel.ts';
import type { BillingShop } from './createBillingShop.ts';

const totalSchema = z.looseObject({ total: z.int() });
const billSchema = z.looseObject({
  id: z.string(),
  status: z.string(),
  total_amount_atom: z.int(),
  attempt_count: z.int(),
  next_payment_attempt_at: z.string().nullable(),
  issued_at: z.string(),
});
const billsSchema = z.object({ data: z.array(billSchema), total: z.int() });
export const subscriptionSchema = z.looseObject({
  state: z.string(),
  current_period_start: z.string(),
  current_period_end: z.string(),
  items: z.array(z.looseObject({ id: z.string() })),
});

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

export const readBills = async (shop: BillingShop) =>
  billsSchema.parse(await shop.api('GET', '/invoices?limit=100'));

const countOf = async (shop: BillingShop, path: string): Promise<number> =>
  totalSchema.parse(await shop.api('GET', `${path}&limit=1`)).total;

/** What the server says is what the model says, of the subscription and its bills. */
export async function compareBilling(it: BillingModel, shop: BillingShop): Promise<void> {
  const path = `/subscriptions/${shop.subscription}`;
  const { state, ...real } = subscriptionSchema.parse(await shop.api('GET', path));
  const period = [real.current_period_start, real.current_period_end];
  expect([state, ...period]).toEqual([it.state, iso(it.periodStart), iso(it.periodEnd)]);
  const { data, total } = await readBills(shop);
  expect(total).toBe(it.bills.length);
  const bills = data.map((bill) => ({
    amount: bill.total_amount_atom,
    at: bill.issued_at,
    status: bill.status,
    attempts: bill.attempt_count,
    next: bill.next_payment_attempt_at,
  }));
  const wanted = it.bills.slice(-100).reverse();
  expect(bills).toEqual(
    wanted.map((bill) => ({ ...bill, at: iso(bill.at), next: iso(bill.next) })),
  );
}

/** The same of what was charged, and of what was told. */
export async function compareCounts(it: BillingModel, shop: BillingShop): Promise<void> {
  const paid = it.bills.filter(({ status }) => status === 'paid').length;
  expect({
    succeeded: await countOf(shop, '/payment-intents?status=succeeded'),
    failed: await countOf(shop, '/payment-intents?status=failed'),
    told: await countOf(shop, '/events?type=invoice.paid'),
    ended: await countOf(shop, '/events?type=customer.subscription.cancelled'),
  }).toEqual({
    succeeded: it.charges.succeeded,
    failed: it.charges.failed,
    told: paid,
    ended: it.state === 'cancelled' ? 1 : 0,
  });
}

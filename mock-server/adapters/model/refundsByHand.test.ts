import { expect, test } from 'vitest';
import { z } from 'zod';
import { createSubscriptionShop } from './createSubscriptionShop.ts';

const atOnce = { proration_behavior: 'always_invoice' };
const bill = z.looseObject({ refunded_amount_atom: z.int() });
const middle = '2040-02-15T00:00:00Z';

/** Somebody who has paid for so many, and what goes back to them by hand and otherwise. */
async function createPaid(quantity: number, terms: object = {}) {
  const shop = await createSubscriptionShop();
  const items = [{ price_id: shop.price, quantity }];
  const subscription = await shop.subscribe({ items, ...terms });
  const bills = async () =>
    (await subscription.billed()) as readonly { readonly id?: string; readonly status?: string }[];
  return {
    ...subscription,
    shop,
    /** Of the bill that is so many bills old. */
    async refund(amount_atom?: number, age = 0): Promise<void> {
      const invoice_id = (await bills())[age]?.id;
      await shop.made('/payments/refunds', { invoice_id, amount_atom });
    },
    async refunded(): Promise<number[]> {
      const { data } = (await shop.api('GET', '/payments/refunds?limit=100')) as {
        readonly data: readonly { readonly amount_atom: number }[];
      };
      return data.map(({ amount_atom: amount }) => amount).reverse();
    },
  };
}

test('what has gone back by hand is not given once more by a cheaper plan', async () => {
  const { refund, change } = await createPaid(3);
  await refund();
  expect(await change({}, 1)).toMatchObject({ carried_amount_atom: 0 });
});

test('nor by free days, nor by a cancellation', async () => {
  const { refund, revise, act, refunded } = await createPaid(3);
  await refund();
  expect(await revise({ trial_period_days: 30 })).toMatchObject({ carried_amount_atom: 0 });
  await act('cancel', { refund_option: 'prorated' });
  expect(await refunded()).toEqual([8700]);
});

test.each([1, 2, 3, 5])(
  'a refund by hand comes to what a discount of as much would have: three, then %i',
  async (quantity) => {
    const off = { amount_off_atom: 5000, currency: 'usd', duration: 'once' };
    const discounted = await createPaid(3);
    const { id: coupon_id } = await discounted.shop.made('/coupons', off);
    await discounted.revise({ coupon_id });
    const refunded = await createPaid(3);
    for (const { shop } of [discounted, refunded]) await shop.until('2040-02-29T12:00:00Z');
    await refunded.refund(5000);
    const carried: unknown[] = [];
    for (const one of [discounted, refunded]) {
      await one.shop.until('2040-03-15T12:00:00Z');
      const { carried_amount_atom } = (await one.change({}, quantity)) as Record<string, unknown>;
      carried.push(carried_amount_atom);
    }
    expect(carried[1]).toBe(carried[0]);
  },
);

test('a cancellation gives back what is left of the rest, in proportion', async () => {
  const { refund, act, refunded, shop } = await createPaid(1);
  await refund(1000);
  await shop.until(middle);
  await act('cancel', { refund_option: 'prorated' });
  expect(await refunded()).toEqual([1000, 950]);
});

test('a change to the same plan costs nothing after a refund, and a dearer one the difference', async () => {
  const { refund, change, shop } = await createPaid(1);
  await refund();
  expect(await change({}, 1)).toMatchObject({ carried_amount_atom: 0 });
  await shop.until(middle);
  expect(await change({}, 2)).toMatchObject({ carried_amount_atom: 1450 });
});

test('a refund of the bill of a change takes what that change was for', async () => {
  const { refund, change, act, refunded, shop } = await createPaid(1);
  await shop.until(middle);
  await change(atOnce, 2);
  await refund();
  await act('cancel', { refund_option: 'prorated' });
  expect(await refunded()).toEqual([1450, 1450]);
});

test.each([
  ['all', undefined, 0],
  ['more than the credit leaves', 7000, -1700],
  ['no more than the credit leaves', 5800, -2900],
])(
  'a refund by hand takes the credit along that came of its bill: %s',
  async (_what, amount, left) => {
    const { refund, change, read, shop } = await createPaid(3);
    await shop.until(middle);
    expect(await change({}, 1)).toMatchObject({ carried_amount_atom: -2900 });
    await refund(amount);
    expect(await read()).toMatchObject({ carried_amount_atom: left });
    expect(await change({}, 1)).toMatchObject({ carried_amount_atom: left });
  },
);

/** So many for a month, of which the second half is for one: what that leaves pays the next month, and some is left over. */
async function createCredited(quantity: number) {
  const paid = await createPaid(quantity);
  await paid.shop.until(middle);
  await paid.change({}, 1);
  await paid.shop.until('2040-02-29T12:00:00Z');
  expect((await paid.billed())[0]).toMatchObject({ total_amount_atom: 0, status: 'paid' });
  return paid;
}

test.each([
  ['full', 3, 2900],
  ['prorated', 3, 1450],
  ['full, with what is left of it', 5, 5800],
  ['prorated, with what is left of it', 5, 4350],
])(
  'a credit that has paid for a period goes back with it, by the bill that it came of: %s',
  async (how, quantity, amount) => {
    const { shop, act, refunded, billed } = await createCredited(quantity);
    await shop.until('2040-03-16T00:00:00Z');
    const [refund_option] = how.split(',');
    expect(await act('cancel', { refund_option })).toMatchObject({ carried_amount_atom: 0 });
    expect(await refunded()).toEqual([amount]);
    expect((await billed())[1]).toMatchObject({ refunded_amount_atom: amount });
  },
);

test('a credit is of no money that has gone back, though that was a period ago', async () => {
  const { refund, change, act, refunded } = await createCredited(5);
  await refund(undefined, 1);
  expect(await change({}, 1)).toMatchObject({ carried_amount_atom: 0 });
  await act('cancel', { refund_option: 'full' });
  expect(await refunded()).toEqual([14_500]);
});

/** A bill of two subscriptions, of 2000 and of 10000 for the same four weeks, and a print; of which so much goes back by hand. */
async function createShared(amount_atom: number) {
  const shop = await createSubscriptionShop();
  const { api, made, clock } = shop;
  const line_items = [{ price_id: 'price_basic', quantity: 1 }];
  for (const [billing_interval, billing_interval_count, unit_amount_atom] of [
    ['week', 4, 2000],
    ['day', 28, 10_000],
  ] as const) {
    const price = { product_id: 'prod_basic', currency: 'usd', price_type: 'recurring' };
    const rhythm = { billing_interval, billing_interval_count };
    const { id = '' } = await made('/prices', { ...price, ...rhythm, unit_amount_atom });
    line_items.push({ price_id: id, quantity: 1 });
  }
  const urls = { success_url: 'https://shop.example/', return_url: 'https://shop.example/' };
  const { id = '' } = await made('/checkout-sessions', { ...urls, line_items });
  const session = await api('POST', `/checkout-sessions/${id}/complete`);
  const { invoice_id, subscription_ids: ids } = z
    .looseObject({ invoice_id: z.string(), subscription_ids: z.array(z.string()) })
    .parse(session);
  await made('/payments/refunds', { invoice_id, amount_atom, refunded_out_of_band: true });
  await clock({ advance: '14d' });
  return {
    ids,
    async end(id: string, refund_option = 'prorated'): Promise<number> {
      const before = await api('GET', `/invoices/${invoice_id}`);
      await api('POST', `/subscriptions/${id}/cancel`, { refund_option });
      const after = await api('GET', `/invoices/${invoice_id}`);
      const [had, has] = [before, after].map((it) => bill.parse(it).refunded_amount_atom);
      return (has ?? 0) - (had ?? 0);
    },
  };
}

test.each([
  ['no more than the print', 900, [1000, 5000]],
  ['half of what recurs', 6900, [500, 2500]],
  ['all', 12_900, [0, 0]],
])(
  'of a bill that two subscriptions share goes back by hand what else was on it, and then of both in proportion: %s',
  async (_what, amount, expected) => {
    const one = await createShared(amount);
    const [small = '', large = ''] = one.ids;
    expect([await one.end(small), await one.end(large)]).toEqual(expected);
    const other = await createShared(amount);
    const [first = '', second = ''] = other.ids;
    expect([await other.end(second), await other.end(first)].reverse()).toEqual(expected);
  },
);

test('what a cancellation gave back is of its subscription alone', async () => {
  const { ids, end } = await createShared(900);
  const [small = '', large = ''] = ids;
  expect([await end(large, 'full'), await end(small)]).toEqual([10_000, 1000]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Coupon } from './Coupon.ts';
import { plainCoupon } from './plainCoupon.ts';
import { priceLineItems } from './priceLineItems.ts';
import { shareAmount } from './shareAmount.ts';

const coupon = (change: Partial<Coupon>): Coupon => ({ ...plainCoupon, id: 'c', ...change });

const line = (amount: number, quantity = 1, interval: 'month' | null = null) => ({
  id: 'csli',
  price_id: 'price',
  product_id: 'prod',
  description: 'A thing',
  quantity,
  currency: 'usd',
  unit_amount_atom: amount,
  billing_interval: interval,
  billing_interval_count: interval && 1,
});

const totals = (lines: ReturnType<typeof line>[], discount?: Coupon) => {
  const order = priceLineItems(lines, discount);
  return {
    total: order.amount_total_atom,
    discount: order.amount_discount_atom,
    lines: order.line_items.map((item) => item.amount_discount_atom),
  };
};

test('an order without lines costs nothing in no currency', () => {
  expect(priceLineItems([], undefined)).toEqual({
    line_items: [],
    currency: null,
    amount_subtotal_atom: 0,
    amount_discount_atom: 0,
    amount_total_atom: 0,
  });
});

test.each([
  ['10 % of 4900', [line(4900)], coupon({ percent_off: 10 }), 490, [490]],
  ['half a unit goes up', [line(5)], coupon({ percent_off: 10 }), 1, [1]],
  [
    'half a unit goes up, whatever the decimals',
    [line(3000)],
    coupon({ percent_off: 1.15 }),
    35,
    [35],
  ],
  ['a third', [line(100)], coupon({ percent_off: 33.333333333333336 }), 33, [33]],
  ['below half a unit goes down', [line(4)], coupon({ percent_off: 10 }), 0, [0]],
  ['everything', [line(999, 3)], coupon({ percent_off: 100 }), 2997, [2997]],
  [
    'a third each, the odd unit to the first',
    [line(100), line(100), line(100)],
    coupon({ amount_off_atom: 100, currency: 'usd' }),
    100,
    [34, 33, 33],
  ],
  [
    'the odd unit to the largest remainder',
    [line(1), line(2)],
    coupon({ amount_off_atom: 2, currency: 'usd' }),
    2,
    [1, 1],
  ],
  [
    'a fixed amount above the total',
    [line(70)],
    coupon({ amount_off_atom: 100, currency: 'usd' }),
    70,
    [70],
  ],
  ['a trial', [line(500), line(2900, 2, 'month')], coupon({ trial_days_off: 14 }), 5800, [0, 5800]],
])('%s', (_name, lines, discount, off, each) => {
  expect(totals(lines, discount)).toMatchObject({ discount: off, lines: each });
});

const anyLine = fc
  .record({
    amount: fc.nat({ max: 99_999_999 }),
    quantity: fc.integer({ min: 1, max: 999 }),
    recurs: fc.boolean(),
  })
  .map(({ amount, quantity, recurs }) => line(amount, quantity, recurs ? 'month' : null));

const anyCoupon = fc.oneof(
  fc.integer({ min: 1, max: 100 }).map((percent) => coupon({ percent_off: percent })),
  fc.nat({ max: 99_999_999_999 }).map((off) => coupon({ amount_off_atom: off, currency: 'usd' })),
  fc.integer({ min: 1, max: 730 }).map((days) => coupon({ trial_days_off: days })),
);

test('lines always sum to totals, and no line or total is ever below zero', () => {
  fc.assert(
    fc.property(
      fc.array(anyLine, { maxLength: 12 }),
      fc.option(anyCoupon, { nil: undefined }),
      (lines, discount) => {
        const order = priceLineItems(lines, discount);
        const sum = (name: 'amount_subtotal_atom' | 'amount_discount_atom' | 'amount_total_atom') =>
          order.line_items.reduce((total, item) => total + item[name], 0);
        for (const item of order.line_items) {
          expect(item.amount_subtotal_atom).toBe(item.unit_amount_atom * item.quantity);
          expect(item.amount_total_atom).toBe(
            item.amount_subtotal_atom - item.amount_discount_atom,
          );
          expect(item.amount_discount_atom).toBeGreaterThanOrEqual(0);
          expect(item.amount_total_atom).toBeGreaterThanOrEqual(0);
        }
        expect(order.amount_subtotal_atom).toBe(sum('amount_subtotal_atom'));
        expect(order.amount_discount_atom).toBe(sum('amount_discount_atom'));
        expect(order.amount_total_atom).toBe(
          order.amount_subtotal_atom - order.amount_discount_atom,
        );
      },
    ),
  );
});

test('a percentage with decimals is exact, too', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99_999_999_999 }),
      fc.integer({ min: 100, max: 10_000 }),
      (amount, cents) => {
        const order = priceLineItems([line(amount)], coupon({ percent_off: cents / 100 }));
        const exact = (BigInt(amount) * BigInt(cents) * 2n + 10_000n) / 20_000n;
        expect(order.amount_discount_atom).toBe(Number(exact));
      },
    ),
  );
});

test('a percentage is that of the subtotal, half up, however the lines are cut', () => {
  fc.assert(
    fc.property(
      fc.array(anyLine, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 100 }),
      (lines, percent) => {
        const order = priceLineItems(lines, coupon({ percent_off: percent }));
        const exact = BigInt(order.amount_subtotal_atom) * BigInt(percent);
        expect(order.amount_discount_atom).toBe(Number((exact + 50n) / 100n));
      },
    ),
  );
});

test('shares sum to the amount and none is more than one unit off its part', () => {
  const weights = fc.array(fc.nat({ max: 99_999_999_999 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (parts, fraction) => {
      const whole = parts.reduce((sum, part) => sum + part, 0);
      const amount = Math.floor(whole * fraction);
      const shares = shareAmount(amount, parts);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(whole === 0 ? 0 : amount);
      for (const [index, share] of shares.entries()) {
        const weight = parts[index] ?? 0;
        expect(share).toBeLessThanOrEqual(weight);
        const part = whole === 0 ? 0 : (amount * weight) / whole;
        expect(Math.abs(share - part)).toBeLessThan(1.001);
      }
    }),
  );
});

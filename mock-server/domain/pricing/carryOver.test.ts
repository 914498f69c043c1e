import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryOver } from './carryOver.ts';
import { priceLineItems } from './priceLineItems.ts';

const line = (id: string, unit_amount_atom: number) => ({
  ...{ id, price_id: 'p', product_id: 'q', description: 'd', quantity: 1, currency: 'usd' },
  ...{ unit_amount_atom, billing_interval: null, billing_interval_count: null },
});
const own = line('change', 0);

test('a debt is a line of its own, and a credit a discount as far as it goes', () => {
  const order = priceLineItems([line('a', 100), line('b', 50)], undefined);
  expect(carryOver(order, 0, own)).toEqual({ order, left: 0 });
  expect(carryOver(order, 30, own)).toMatchObject({
    order: { amount_total_atom: 180, line_items: [{}, {}, { amount_total_atom: 30 }] },
    left: 0,
  });
  expect(carryOver(order, -60, own)).toMatchObject({
    order: { amount_total_atom: 90, amount_discount_atom: 60 },
    left: 0,
  });
  expect(carryOver(order, -200, own)).toMatchObject({ order: { amount_total_atom: 0 }, left: -50 });
});

test('nothing is lost: what is due and what is left make up what there was, and lines sum to totals', () => {
  const amounts = fc.array(fc.nat(99_999), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(amounts, fc.integer({ min: -300_000, max: 300_000 }), (units, carried) => {
      const before = priceLineItems(
        units.map((unit, index) => line(String(index), unit)),
        undefined,
      );
      const { order, left } = carryOver(before, carried, own);
      expect(order.amount_total_atom + left).toBe(before.amount_total_atom + carried);
      const sum = order.line_items.reduce((total, item) => total + item.amount_total_atom, 0);
      expect(sum).toBe(order.amount_total_atom);
      expect(Math.min(...order.line_items.map((item) => item.amount_total_atom))).toBeGreaterThan(
        -1,
      );
    }),
  );
});

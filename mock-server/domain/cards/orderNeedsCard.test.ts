import { expect, test } from 'vitest';
import { orderNeedsCard } from './orderNeedsCard.ts';
import type { LineItem, PricedOrder } from '../pricing/priceLineItems.ts';

const order = (total: number, interval: LineItem['billing_interval']): PricedOrder => ({
  currency: 'usd',
  line_items: [{ billing_interval: interval } as LineItem],
  amount_subtotal_atom: total,
  amount_discount_atom: 0,
  amount_total_atom: total,
});

test.each([
  ['something that is paid once', 1, null, true],
  ['something that is given away', 0, null, false],
  ['a trial', 0, 'month', true],
  ['a subscription', 900, 'month', true],
] as const)('%s (%i, each %s) needs a card: %s', (_, total, interval, needsCard) => {
  expect(orderNeedsCard(order(total, interval))).toBe(needsCard);
});

test('an order of nothing needs none', () => {
  expect(orderNeedsCard({ ...order(0, null), line_items: [], currency: null })).toBe(false);
});

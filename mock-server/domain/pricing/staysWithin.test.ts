import { expect, test } from 'vitest';
import { staysWithin } from './staysWithin.ts';

const once = (amount: number) => ({
  quantity: 1,
  unit_amount_atom: amount,
  billing_interval: null,
  billing_interval_count: null,
});
const every = (amount: number, interval: 'month' | 'year' = 'month', count = 1) => ({
  quantity: 1,
  unit_amount_atom: amount,
  billing_interval: interval,
  billing_interval_count: count,
});
const order = (
  total: number,
  items: ReturnType<typeof once | typeof every>[],
  currency = 'usd',
) => ({
  currency,
  amount_total_atom: total,
  line_items: items,
});

test.each([
  ['the same', order(900, [once(900)]), order(900, [once(900)]), true],
  ['less now', order(900, [once(900)]), order(899, [once(899)]), true],
  ['more now', order(900, [once(900)]), order(901, [once(901)]), false],
  ['another currency', order(900, [once(900)]), order(1, [once(1)], 'eur'), false],
  ['nothing that recurs any more', order(900, [every(900)]), order(900, [once(900)]), true],
  [
    'something that recurs for the first time',
    order(900, [once(900)]),
    order(1, [every(1)]),
    false,
  ],
  ['less each month', order(900, [every(900)]), order(800, [every(800)]), true],
  ['less now and more each month', order(900, [every(900)]), order(0, [every(901)]), false],
  ['another interval', order(900, [every(900)]), order(900, [every(900, 'year')]), false],
  [
    'the same interval, told otherwise',
    order(9, [every(9, 'year')]),
    order(9, [every(9, 'month', 12)]),
    false,
  ],
  [
    'two lines of one interval',
    order(900, [every(900)]),
    order(900, [every(450), every(450)]),
    true,
  ],
  [
    'two lines that sum to more',
    order(900, [every(900)]),
    order(900, [every(450), every(451)]),
    false,
  ],
  [
    'more of the same each month',
    order(900, [every(900)]),
    order(0, [{ ...every(450), quantity: 3 }]),
    false,
  ],
])('%s: asked again or not', (_name, agreed, tier, within) => {
  expect(staysWithin(agreed, tier)).toBe(within);
});

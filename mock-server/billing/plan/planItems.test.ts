import { expect, test, vi } from 'vitest';
import { createTestAccount } from '../../checkout/fixtures/createTestAccount.ts';
import { highestTotal } from '../../domain/pricing/highestTotal.ts';
import { checkItems } from './planItems.ts';

const item = {
  ...{ id: 'si_1', price_id: 'price_1', product_id: 'prod_1', description: 'One' },
  ...{ quantity: 1, unit_amount_atom: 0 },
};

/** Why these items are refused, if they are. */
function refusals(items: Parameters<typeof checkItems>[1]): unknown[] {
  const { account } = createTestAccount();
  const refuse = vi.fn();
  checkItems({ account, now: 0, refuse, customFields: () => ({}) }, items);
  return refuse.mock.calls.map(([, type]): unknown => type);
}

test.each([
  ['100 items', Array.from({ length: 100 }, () => item), []],
  ['101 items', Array.from({ length: 101 }, () => item), ['too_big']],
  ['the highest total', [{ ...item, unit_amount_atom: highestTotal }], []],
  [
    'one cent more',
    [item, { ...item, unit_amount_atom: highestTotal }, { ...item, unit_amount_atom: 1 }],
    ['total_too_large'],
  ],
  [
    'twice half of it and more',
    [{ ...item, unit_amount_atom: 50_000_000_000, quantity: 2 }],
    ['total_too_large'],
  ],
])('%s', (_name, items, expected) => {
  expect(refusals(items)).toEqual(expected);
});

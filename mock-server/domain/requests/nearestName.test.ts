import { expect, test } from 'vitest';
import { nearestName } from './nearestName.ts';

const known = [
  'price_id',
  'quantity',
  'success_url',
  'port',
  'allow-host',
  'data',
  'checkout_session.completed',
];

test.each([
  ['priceId', 'price_id'],
  ['PRICE_ID', 'price_id'],
  ['quantitiy', 'quantity'],
  ['succes_url', 'success_url'],
  ['prot', 'port'],
  ['allowhosts', 'allow-host'],
  ['checkout.session.complete', 'checkout_session.completed'],
  ['colour', undefined],
  ['x', undefined],
  ['', undefined],
  ['_', undefined],
  ['__proto__', undefined],
  ['q'.repeat(100_000), undefined],
])('who writes %s means %s', (given, meant) => {
  expect(nearestName(given.slice(0, 100_000), known)).toBe(meant);
});

test('of two that are near, it is the nearer one', () => {
  expect(nearestName('amount_of_atom', ['amount_atom', 'amount_off_atom'])).toBe('amount_off_atom');
});

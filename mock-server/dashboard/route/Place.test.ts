import { expect, test } from 'vitest';
import { hrefOf, placeOf, withQuery } from './Place.ts';

test.each([
  ['/dashboard', undefined, '', undefined],
  ['/dashboard/', undefined, '', undefined],
  ['/dashboard/acc_1', 'acc_1', '', undefined],
  ['/dashboard/acc_1/payments?page=2', 'acc_1', 'payments', undefined],
  ['/dashboard/acc_1/checkout-sessions/cs_dev_1', 'acc_1', 'checkout-sessions', 'cs_dev_1'],
])('%s is a place', (address, accountId, section, id) => {
  expect(placeOf(address)).toMatchObject({ accountId, section, id });
});

test('an address leads back to what it was made of, whatever that holds', () => {
  const place = placeOf(hrefOf('acc', 'events', 'a/b ?'));
  expect(place).toMatchObject({ accountId: 'acc', section: 'events', id: 'a/b ?' });
});

test('an address with a broken escape is a place all the same', () => {
  expect(placeOf('/dashboard/acc_1/events/%E0%A4%A').id).toBe('%E0%A4%A');
});

test('a change of the query keeps the rest of it, and an empty value takes a part out', () => {
  const query = new URLSearchParams('state=open&page=3');
  expect(withQuery('/list', query, { page: '4' })).toBe('/list?state=open&page=4');
  expect(withQuery('/list', query, { state: '', page: '' })).toBe('/list');
});

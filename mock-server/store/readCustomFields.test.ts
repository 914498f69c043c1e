import { expect, test } from 'vitest';
import { createTestAccount } from '../checkout/fixtures/createTestAccount.ts';
import { readCustomFields } from './readCustomFields.ts';

const before = { order_id: 'order_1', campaign: 'spring' };

/** What becomes of the fields of a session, for which `order_id` and `campaign` are defined. */
function read(given: Parameters<typeof readCustomFields>[2]) {
  const { account } = createTestAccount();
  return readCustomFields(account, 'checkout_session', given, ['body', 'custom_fields'], before);
}

test.each([
  [undefined, before],
  [null, before],
  [{}, before],
  [{ campaign: 'autumn' }, { order_id: 'order_1', campaign: 'autumn' }],
  [{ campaign: null }, { order_id: 'order_1' }],
  [{ campaign: null, order_id: 'order_2' }, { order_id: 'order_2' }],
])('%j leaves %j of what there was', (given, fields) => {
  expect(read(given)).toEqual({ fields, errors: [] });
});

test.each(['tier', 'constructor', '__proto__'])(
  '%s is defined for nothing, or for something else',
  (key) => {
    const { errors } = read(Object.fromEntries([[key, 'x']]));
    expect(errors).toMatchObject([
      { loc: ['body', 'custom_fields', key], type: 'unknown_custom_field' },
    ]);
  },
);

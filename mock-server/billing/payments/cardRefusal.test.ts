import { expect, test } from 'vitest';
import { createTestAccount } from '../../checkout/fixtures/createTestAccount.ts';
import { cardRefusal } from './cardRefusal.ts';

test.each([
  ['the customer’s own', 'cus_abc123', undefined],
  ['nobody’s, for it was not saved', null, undefined],
  ['of somebody else', 'cus_other', 'wrong_customer'],
])('a card that is %s', (_whose, customer_id, refusal) => {
  const { account } = createTestAccount();
  account.decide((now) => {
    const card = { brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2099, customer_id };
    account.records.paymentMethods.put({ id: 'pm_1', ...card, created_at: now, updated_at: now });
  });
  expect(cardRefusal(account, 'pm_1', 'cus_abc123')?.type).toBe(refusal);
  expect(cardRefusal(account, 'pm_2', 'cus_abc123')?.type).toBe('unknown_payment_method');
});

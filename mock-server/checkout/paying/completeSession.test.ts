import { expect, test } from 'vitest';
import { createTestAccount } from '../fixtures/createTestAccount.ts';
import { createTestSession } from '../fixtures/createTestSession.ts';
import { testPayment } from '../fixtures/testPayment.ts';
import { paySession } from './paySession.ts';

const bought = { line_items: [{ price_id: 'price_basic', quantity: 1 }] };

test.each([
  ['a payment leaves a card that is nobody’s', bought, 900, false, null],
  ['a payment saves it where that is asked for', bought, 900, true, 'cus_abc123'],
  ['a setup saves it whatever is asked for', { mode: 'setup' }, 0, false, 'cus_abc123'],
])('%s', (_what, fields, amount, save_payment_method, owner) => {
  const { account } = createTestAccount();
  const { records } = account;
  account.decide((now) => {
    const session = createTestSession(account, { ...fields, customer_id: 'cus_abc123' }, now);
    const body = { ...testPayment(amount, '4242424242424242'), save_payment_method };
    paySession(account, session, body, now);
  });
  expect([...records.paymentMethods.values()]).toMatchObject([{ customer_id: owner }]);
  expect([...records.sessions.values()]).toMatchObject([{ state: 'completed' }]);
});

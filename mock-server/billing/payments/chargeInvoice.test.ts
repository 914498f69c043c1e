import { expect, test } from 'vitest';
import { createTestAccount } from '../../checkout/fixtures/createTestAccount.ts';
import { createInvoice } from '../invoices/createInvoice.ts';
import { chargeInvoice } from './chargeInvoice.ts';

/** Charges 2900 to a saved card of these last digits, over the two processors there are. */
function charge(last4: string) {
  const { account } = createTestAccount();
  return account.decide((now) => {
    const card = { brand: 'visa', last4, exp_month: 12, exp_year: 2099, customer_id: null };
    const method = { id: 'pm_1', ...card, created_at: now, updated_at: now };
    const terms = {
      ...{ line_items: [], currency: 'usd', checkout_session_id: null, customer_id: null },
      ...{ subscription_ids: [], billing_reason: null },
      ...{ amount_subtotal_atom: 2900, amount_discount_atom: 0, amount_total_atom: 2900 },
    };
    const invoice = createInvoice(account, terms, now);
    const processors = [...account.records.processors.values()];
    return chargeInvoice(account, invoice, { method, processors }, now);
  });
}

test.each([
  ['4242', 'succeeded', ['succeeded']],
  ['9987', 'succeeded', ['declined', 'succeeded']],
  ['0002', 'failed', ['declined', 'declined']],
])(
  'a card ending in %s %s: who took the money is the last one asked',
  (last4, status, outcomes) => {
    const payment = charge(last4);
    expect(payment.status).toBe(status);
    expect(payment.attempts.map(({ outcome }) => outcome)).toEqual(outcomes);
  },
);

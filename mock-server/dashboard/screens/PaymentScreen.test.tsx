// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Reply } from '../../page-parts/requestReply.ts';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { turn } from '../fixtures/turn.ts';
import { PaymentScreen } from './PaymentScreen.tsx';

const payment = (fields: Record<string, unknown>): Reply =>
  answerFixture({
    ...{ id: 'pi_1', status: 'failed', amount_atom: 4900, refunded_amount_atom: 0 },
    ...{ currency: 'usd', customer_id: null, payment_method_id: null, invoice_id: null },
    ...{ card: { brand: 'visa', last4: '0002' }, decline_code: 'generic_decline' },
    attempts: [{ tier: 0, processor_id: 'proc_1', outcome: 'declined', decline_code: null }],
    created_at: '2026-11-22T14:02:00.000Z',
    ...fields,
  });

const order = { line_items: [{ description: 'Kit' }], currency: 'usd', amount_total_atom: 4900 };

test('a payment of a cascade says what its tier was for, and leads to its session', async () => {
  const session = { cascade_tiers: [order], cascade_status: { first_tier: order } };
  const { draw, text } = accountFixture((asked) =>
    asked.includes('payment-intents')
      ? payment({ checkout_session_id: 'cs_1' })
      : answerFixture(session),
  );
  draw(<PaymentScreen />, '/payments/pi_1');
  await eventually(() => {
    expect(text()).toContain('Tier 1 · Kit$49.00');
  });
  const link = document.querySelector('.kv a');
  expect(link?.getAttribute('href')).toBe('/dashboard/acc_1/checkout-sessions/cs_1');
});

test('a payment of a session with one price has no tiers', async () => {
  const { asked, draw, text } = accountFixture((path) =>
    path.includes('payment-intents')
      ? payment({ checkout_session_id: 'cs_1' })
      : answerFixture({ cascade_tiers: null, cascade_status: null }),
  );
  draw(<PaymentScreen />, '/payments/pi_1');
  await eventually(() => {
    expect(asked).toContain('GET /accounts/acc_1/api/checkout-sessions/cs_1');
  });
  await turn();
  expect(text()).toContain('proc_1');
  expect(text()).not.toContain('Tier');
});

test('a renewal was paid in no session: none is asked for, and no link leads to one', async () => {
  const { asked, draw, text } = accountFixture(() => payment({ checkout_session_id: null }));
  draw(<PaymentScreen />, '/payments/pi_1');
  await eventually(() => {
    expect(text()).toContain('proc_1');
  });
  expect(text()).not.toContain('Checkout session');
  expect(asked).toEqual(['GET /accounts/acc_1/api/payment-intents/pi_1']);
});

test.each([
  ['a renewal leads to what it renews', ['sub_1'], ['/dashboard/acc_1/subscriptions/sub_1']],
  ['what was bought once leads to no subscription', [], []],
])('%s', async (_, subscription_ids, links) => {
  const { asked, draw, text } = accountFixture((path) =>
    path.includes('invoices')
      ? answerFixture({ subscription_ids })
      : payment({ checkout_session_id: null, invoice_id: 'in_1' }),
  );
  draw(<PaymentScreen />, '/payments/pi_1');
  await eventually(() => {
    expect(asked).toContain('GET /accounts/acc_1/api/invoices/in_1');
  });
  await turn();
  const found = [...document.querySelectorAll('.kv a')].map((link) => link.getAttribute('href'));
  expect(found).toEqual(links);
  expect(text().includes('Subscription')).toBe(links.length > 0);
});

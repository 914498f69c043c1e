// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { PaymentIntent } from '../api/PaymentIntent.ts';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { PaymentsScreen } from './PaymentsScreen.tsx';

const payment = (id: string, changes: Partial<PaymentIntent>): PaymentIntent => ({
  ...{ id, status: 'succeeded', amount_atom: 2000, refunded_amount_atom: 0, currency: 'usd' },
  ...{ checkout_session_id: null, customer_id: null, payment_method_id: null, invoice_id: null },
  ...{ card: { brand: 'visa', last4: '4242' }, decline_code: null, attempts: [] },
  created_at: '2026-11-22T12:00:00.000Z',
  ...changes,
});

test.each([
  ['refunded', 'pi_back'],
  ['declined', 'pi_bad'],
  ['1250', 'pi_dear'],
])('a payment is found by what the list shows of it: %s', async (wanted, id) => {
  const data = [
    payment('pi_back', { refunded_amount_atom: 2000 }),
    payment('pi_bad', { status: 'failed' }),
    payment('pi_dear', { amount_atom: 125_000 }),
  ];
  const { draw, text } = accountFixture(() => answerFixture({ data, total: 3, has_more: false }));
  draw(<PaymentsScreen />, `/payments?filter=${wanted}`);
  await eventually(() => {
    expect(text()).toContain('1 found');
  });
  expect(text()).toContain(id);
});

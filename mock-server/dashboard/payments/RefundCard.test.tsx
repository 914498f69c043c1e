// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { eventually } from '../fixtures/eventually.ts';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import type { PaymentIntent } from '../api/PaymentIntent.ts';
import { RefundCard } from './RefundCard.tsx';

const payment: PaymentIntent = {
  id: 'pi_1',
  checkout_session_id: 'cs_1',
  status: 'succeeded',
  amount_atom: 4900,
  refunded_amount_atom: 900,
  currency: 'usd',
  customer_id: null,
  payment_method_id: null,
  invoice_id: null,
  card: { brand: 'visa', last4: '4242' },
  decline_code: null,
  attempts: [],
  created_at: '2026-11-22T12:00:00.000Z',
};
const late = {
  status: 409,
  code: 'already_refunded',
  body: { detail: 'It was refunded.' },
  retryAfter: undefined,
};
/** All that promises alone have to do. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const posts = (asked: readonly string[]): number =>
  asked.filter((request) => request.startsWith('POST')).length;

test('a double click gives the rest back once, and says nothing of coming too late', async () => {
  let refunds = 0;
  const { asked, draw, button, text } = accountFixture((request) => {
    if (request.startsWith('GET')) return answerFixture({ data: [] });
    refunds += 1;
    return refunds === 1 ? answerFixture() : late;
  });
  draw(<RefundCard payment={payment} />);
  button('Refund $40.00').focus();
  button('Refund $40.00').click();
  button('Refund $40.00').click();
  await eventually(() => {
    expect(posts(asked)).toBe(1);
  });
  // The answer is there; what is shown is not yet read again.
  await turn();
  button('Refund $40.00').click();
  await turn();
  expect(posts(asked)).toBe(1);
  expect(text()).not.toContain('Nothing was refunded.');
  draw(<RefundCard payment={{ ...payment, refunded_amount_atom: 4900 }} />);
  await eventually(() => {
    expect(text()).toContain('All of it was given back.');
    // The button has gone, and the focus has not.
    expect(document.activeElement?.textContent).toBe('All of it was given back.');
  });
});

test('a refund that was refused may be tried again', async () => {
  const { asked, draw, button, text } = accountFixture((request) =>
    request.startsWith('GET') ? answerFixture({ data: [] }) : late,
  );
  draw(<RefundCard payment={payment} />);
  button('Refund').click();
  await eventually(() => {
    expect(text()).toContain('Nothing was refunded. It was refunded.');
  });
  button('Refund').click();
  expect(posts(asked)).toBe(2);
});

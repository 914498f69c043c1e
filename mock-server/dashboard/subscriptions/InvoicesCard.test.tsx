// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Invoice } from '../api/Invoice.ts';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { subscriptionFixture } from '../fixtures/subscriptionFixture.ts';
import { DetailsCard } from './DetailsCard.tsx';
import { InvoicesCard } from './InvoicesCard.tsx';

const invoice = (number: string, changes: Partial<Invoice>): Invoice => ({
  ...{ id: `in_${number}`, number, status: 'paid', subscription_ids: ['sub_1'] },
  ...{
    payment_intent_id: `pi_${number}`,
    checkout_session_id: 'cs_1',
    billing_reason: 'subscription_cycle',
  },
  ...{ currency: 'usd', total_amount_atom: 2900, refunded_amount_atom: 0 },
  issued_at: '2026-11-22T12:00:00.000Z',
  ...changes,
});

const rows = (): readonly string[] =>
  [...document.querySelectorAll('tbody tr')].map(({ textContent: text }) => text);

test('a subscription shows what it was billed for, and nothing of its customer besides', async () => {
  const data = [
    invoice('4', { billing_reason: 'subscription_update', refunded_amount_atom: 1000 }),
    invoice('3', { status: 'past_due', payment_intent_id: null }),
    invoice('2', { subscription_ids: ['sub_2'] }),
    invoice('1', { billing_reason: 'subscription_create' }),
  ];
  const { asked, draw, text } = accountFixture(() => answerFixture({ data, total: 4 }));
  draw(<InvoicesCard customerId="cus_1" subscriptionId="sub_1" />);
  await eventually(() => {
    expect(text()).toContain('Renewal');
  });
  expect(rows()).toEqual([
    expect.stringMatching(/^4Paid.*Change of plan\$29\.00 · \$10\.00 given back/),
    expect.stringMatching(/^3Past due.*Renewal\$29\.00/),
    expect.stringMatching(/^1Paid.*First period\$29\.00/),
  ]);
  const links = [...document.querySelectorAll('tbody a')].map((link) => link.getAttribute('href'));
  expect(links).toEqual(['/dashboard/acc_1/payments/pi_4', '/dashboard/acc_1/payments/pi_1']);
  expect(asked).toEqual(['GET /accounts/acc_1/api/invoices?customer_id=cus_1&limit=100&offset=0']);
});

test('a bill is found behind a hundred others of its customer', async () => {
  const others = Array.from({ length: 100 }, (_, index) =>
    invoice(String(200 - index), { subscription_ids: ['sub_2'] }),
  );
  const { draw, text } = accountFixture((request) =>
    request.endsWith('offset=100')
      ? answerFixture({ data: [invoice('1', {})], total: 101, has_more: false })
      : answerFixture({ data: others, total: 101, has_more: true }),
  );
  draw(<InvoicesCard customerId="cus_1" subscriptionId="sub_1" />);
  await eventually(() => {
    expect(text()).toContain('Renewal');
  });
  expect(rows()).toHaveLength(1);
});

test('a subscription that was never billed says so', async () => {
  const { draw, text } = accountFixture(() => answerFixture({ data: [], total: 0 }));
  draw(<InvoicesCard customerId="cus_1" subscriptionId="sub_1" />);
  await eventually(() => {
    expect(text()).toContain('None yet.');
  });
});

test('why a plan was changed stands with the subscription, where it was said', () => {
  const { draw, text } = accountFixture(() => answerFixture());
  draw(<DetailsCard subscription={subscriptionFixture({ change_reason: 'Asked by phone' })} />);
  expect(text()).toContain('Reason for the change of planAsked by phone');
  draw(<DetailsCard subscription={subscriptionFixture()} />);
  expect(text()).not.toContain('Reason');
});

test.each([
  [1500, 'Owed with the next bill$15.00'],
  [-423, 'Credit for the next bills$4.23'],
])('what is carried to the next bill is shown: %i', (carried_amount_atom, words) => {
  const { draw, text } = accountFixture(() => answerFixture({}));
  draw(<DetailsCard subscription={subscriptionFixture({ carried_amount_atom })} />);
  expect(text()).toContain(words);
});

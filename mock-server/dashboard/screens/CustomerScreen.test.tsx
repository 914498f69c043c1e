// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Reply } from '../../page-parts/requestReply.ts';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { subscriptionFixture } from '../fixtures/subscriptionFixture.ts';
import { CustomerScreen } from './CustomerScreen.tsx';

const created_at = '2026-11-22T12:00:00.000Z';
const robin = answerFixture({
  id: 'cus_1',
  name: 'Robin',
  email: 'robin@alder.example',
  created_at,
});

const page = (total: number, ...data: readonly object[]): Reply =>
  answerFixture({ data, total, offset: 0, limit: 20, has_more: total > data.length });

const session = {
  ...{ id: 'cs_1', state: 'completed', mode: 'payment', customer_id: 'cus_1' },
  ...{ amount_total_atom: 4900, currency: 'usd', line_items: [], created_at },
};
const invoice = {
  ...{ id: 'in_1', number: 'INV-1', status: 'paid', subscription_ids: [], billing_reason: null },
  ...{ checkout_session_id: 'cs_1', payment_intent_id: 'pi_1', currency: 'usd' },
  ...{ total_amount_atom: 4900, refunded_amount_atom: 0, issued_at: created_at },
};

const answers: Readonly<Record<string, Reply>> = {
  'customers/cus_1': robin,
  'checkout-sessions?customer_id=cus_1&limit=20': page(21, session),
  'subscriptions?customer_id=cus_1&limit=20': page(
    1,
    subscriptionFixture({ customer_id: 'cus_1' }),
  ),
  'invoices?customer_id=cus_1&limit=100&offset=0': page(1, invoice),
  'payment-intents?status=failed&limit=100': page(0),
};

const answer = (asked: string): Reply => {
  const known = answers[asked.replace('GET /accounts/acc_1/api/', '')];
  if (!known) throw new Error(`Nobody is to ask this: ${asked}`);
  return known;
};

const missing: Reply = { status: 404, code: 'not_found', body: {}, retryAfter: undefined };

const hrefs = () =>
  [...document.querySelectorAll('td a, header a')].map((link) => link.getAttribute('href'));

test('a customer has a page with what they were to pay, what renews, and their bills', async () => {
  const { draw, text } = accountFixture(answer);
  draw(<CustomerScreen />, '/customers/cus_1');
  await eventually(() => {
    expect(text()).toMatch(/Robincus_1 · robin@alder\.example .*cs_1.*sub_1.*INV-1Paid.*Checkout/);
  });
  expect(hrefs()).toEqual([
    '/dashboard/acc_1/checkout-sessions?filter=cus_1',
    '/dashboard/acc_1/checkout-sessions/cs_1',
    '/dashboard/acc_1/subscriptions/sub_1',
    '/dashboard/acc_1/payments/pi_1',
  ]);
  expect(text()).toContain('All 21');
  expect(document.title).toContain('Customer cus_1');
  const heads = [...document.querySelectorAll('th')].map(({ textContent: name }) => name);
  expect(heads).not.toContain('Customer');
});

test('of a customer who was deleted, what was theirs is there still', async () => {
  const { draw, text } = accountFixture((asked) =>
    asked.includes('api/customers/') ? missing : answer(asked),
  );
  draw(<CustomerScreen />, '/customers/cus_1');
  await eventually(() => {
    expect(text()).toContain('The customer could not be read.');
    expect(text()).toContain('INV-1');
  });
});

test('a customer who was to pay nothing yet has nothing', async () => {
  const { draw, text } = accountFixture((asked) =>
    asked.includes('api/customers/') ? robin : page(0),
  );
  draw(<CustomerScreen />, '/customers/cus_1');
  await eventually(() => {
    expect(text().match(/None yet\./g)).toHaveLength(3);
  });
  expect(text()).not.toContain('All ');
});

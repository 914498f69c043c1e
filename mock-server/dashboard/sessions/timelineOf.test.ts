import { expect, test } from 'vitest';
import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import type { PaymentAttempt, PaymentIntent } from '../api/PaymentIntent.ts';
import { timelineOf } from './timelineOf.ts';

const time = (second: number): string =>
  new Date(Date.UTC(2026, 10, 22, 14, 2, second)).toISOString();

const session = (fields: Partial<CheckoutSession>): CheckoutSession =>
  ({
    state: 'open',
    amount_total_atom: 900,
    cascade_tiers: null,
    payment_intent_id: null,
    completed_at: null,
    created_at: time(0),
    updated_at: time(9),
    ...fields,
  }) as CheckoutSession;

const payment = (
  status: string,
  tiers: readonly number[],
  fields: Partial<PaymentIntent> = {},
): PaymentIntent => ({
  id: 'pi_1',
  checkout_session_id: 'cs_1',
  status,
  amount_atom: 900,
  refunded_amount_atom: 0,
  currency: 'usd',
  customer_id: null,
  payment_method_id: null,
  invoice_id: null,
  card: { brand: 'visa', last4: '9995' },
  decline_code: null,
  attempts: tiers.map((tier) => ({ tier }) as PaymentAttempt),
  created_at: time(5),
  ...fields,
});

const list = (...data: PaymentIntent[]) => ({ data, total: data.length });

const titles = (...given: Parameters<typeof timelineOf>): string[] =>
  timelineOf(...given).map(({ title }) => title);

test('a cascade is told from its end: charged on the third tier, after a card that was declined on all', () => {
  const cascade = session({
    state: 'completed',
    completed_at: time(8),
    payment_intent_id: 'pi_2',
    cascade_tiers: [],
  });
  const failed = payment('failed', [0, 0, 1, 1, 2], {
    id: 'pi_1',
    decline_code: 'generic_decline',
  });
  const paid = payment('succeeded', [0, 0, 1, 1, 2], { id: 'pi_2' });
  expect(titles(cascade, list(paid, failed))).toEqual([
    'Completed',
    'Attempt 2: $9.00 charged on tier 3',
    'Attempt 1: declined on 3 tiers',
    'Created',
  ]);
  expect(timelineOf(cascade, list(paid, failed))[2]?.detail).toBe(
    'Visa ending in 9995 · generic_decline',
  );
});

test('codes that the shopper tried stand where they were tried, between the attempts', () => {
  const codes = [
    { at: time(0), kind: 'created', title: 'Created', detail: '' },
    { at: time(4), kind: 'promotion_code', title: 'Promotion code applied', detail: 'SAVE20' },
    { at: time(6), kind: 'promotion_code', title: 'Promotion code taken off', detail: '' },
  ] as const;
  const told = timelineOf(session({}), list(payment('failed', [0])), codes);
  expect(told.map(({ title, detail }) => [title, detail].join(' ').trim())).toEqual([
    'Promotion code taken off',
    'Attempt 1: declined Visa ending in 9995',
    'Promotion code applied SAVE20',
    'Created',
  ]);
});

test('the opening stands between the order and the first attempt, each with its request', () => {
  const opened = {
    at: time(1),
    kind: 'opened',
    title: 'Opened by the shopper',
    detail: '',
  } as const;
  const told = timelineOf(session({}), list(payment('failed', [0])), [
    { ...opened, at: time(0), kind: 'created', title: 'Created', request_id: 'req_0' },
    { ...opened, request_id: 'req_1' },
  ]);
  expect(told.map(({ title, requestId }) => [title, requestId])).toEqual([
    ['Attempt 1: declined', undefined],
    ['Opened by the shopper', 'req_1'],
    ['Created', 'req_0'],
  ]);
});

test.each([
  ['succeeded', 'Attempt 1: $9.00 charged'],
  ['failed', 'Attempt 1: declined'],
  ['requires_action', 'Attempt 1: waits for the bank’s question to be answered'],
  ['processing', 'Attempt 1: waits for the bank'],
  ['canceled', 'Attempt 1: given up'],
])('a payment that %s is told as "%s"', (status, title) => {
  expect(titles(session({}), list(payment(status, [0, 0])))[0]).toBe(title);
});

test('what nobody charged is completed out of band, and what cost nothing is not', () => {
  const completed = { state: 'completed', completed_at: time(8) } as const;
  expect(titles(session(completed), list())[0]).toBe('Completed out of band');
  expect(titles(session({ ...completed, amount_total_atom: 0 }), list())[0]).toBe('Completed');
  expect(titles(session({ state: 'expired' }), list())).toEqual(['Expired', 'Created']);
});

test.each([
  [1, '1 earlier attempt'],
  [1200, '1,200 earlier attempts'],
])('attempts have their own number behind a list that ends before %i of them', (earlier, words) => {
  const newest = [payment('succeeded', [0], { created_at: time(6) }), payment('failed', [0])];
  const total = 2 + earlier;
  expect(titles(session({}), { data: newest, total })).toEqual([
    `Attempt ${String(total)}: $9.00 charged`,
    `Attempt ${String(total - 1)}: declined`,
    words,
    'Created',
  ]);
});

import { expect, test } from 'vitest';
import type { Session } from '../api/Session.ts';
import { lineFixture, monthlyLineFixture, sessionFixture } from '../fixtures/sessionFixture.ts';
import { orderKind, recurringOrders, trialEndOfOrder } from './orderKind.ts';

const discount = (changes: Partial<NonNullable<Session['discount']>>): Session['discount'] => ({
  promotion_code: null,
  percent_off: null,
  amount_off_atom: null,
  trial_days_off: null,
  ...changes,
});

test.each<[string, Partial<Session>]>([
  ['payment', {}],
  ['free', { line_items: [] }],
  ['free', { amount_discount_atom: 4900, discount: discount({ percent_off: 100 }) }],
  ['subscription', { line_items: [monthlyLineFixture()] }],
  ['mixed', { line_items: [lineFixture(), monthlyLineFixture()] }],
  ['mixed', { line_items: [monthlyLineFixture()], amount_discount_atom: 580 }],
  [
    'mixed',
    { line_items: [monthlyLineFixture(), monthlyLineFixture({ billing_interval: 'year' })] },
  ],
  [
    'trial',
    {
      line_items: [monthlyLineFixture()],
      amount_discount_atom: 2900,
      discount: discount({ trial_days_off: 14 }),
    },
  ],
  ['setup', { mode: 'setup', line_items: [] }],
])('%s: %j', (kind, session) => {
  expect(orderKind(sessionFixture(session))).toBe(kind);
});

test('recurring amounts are summed by interval, before any discount', () => {
  const session = sessionFixture({
    amount_discount_atom: 1000,
    line_items: [
      monthlyLineFixture({ quantity: 2 }),
      monthlyLineFixture({ unit_amount_atom: 100 }),
      monthlyLineFixture({ billing_interval_count: 3, unit_amount_atom: 700 }),
      lineFixture(),
    ],
  });
  expect(recurringOrders(session)).toEqual([
    { interval: 'month', count: 1, amount: 5900 },
    { interval: 'month', count: 3, amount: 700 },
  ]);
});

test('a trial ends so many days after the server’s now', () => {
  const session = sessionFixture({ discount: discount({ trial_days_off: 14 }) });
  expect(new Date(trialEndOfOrder(session) ?? 0).toISOString()).toBe('2026-12-06T12:00:00.000Z');
  expect(trialEndOfOrder(sessionFixture())).toBeUndefined();
});

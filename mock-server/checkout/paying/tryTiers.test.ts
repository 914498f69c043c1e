import fc from 'fast-check';
import { expect, test } from 'vitest';
import { staysWithin } from '../../domain/pricing/staysWithin.ts';
import { endPayment } from './endPayment.ts';
import { createTestAccount } from '../fixtures/createTestAccount.ts';
import { createTestSession } from '../fixtures/createTestSession.ts';
import { testPayment } from '../fixtures/testPayment.ts';
import { needsCard, paySession } from './paySession.ts';

const cards = [
  '4000000000000002',
  '4000000000009995',
  '4000000000009987',
  '4000000000000119',
  '4000000000003220',
  '4242424242424242',
];

const prices = fc.record({
  amount: fc.integer({ min: 0, max: 3000 }),
  currency: fc.constantFrom('usd', 'usd', 'usd', 'eur'),
  recurs: fc.constantFrom(null, null, 'month', 'year'),
});
type Price = typeof prices extends fc.Arbitrary<infer T> ? T : never;

const orders = fc.array(fc.array(prices, { minLength: 1, maxLength: 3 }), {
  minLength: 2,
  maxLength: 5,
});
const coupon = fc.constantFrom(null, 'coupon_dev_abc123');

/** An account with these tiers, each made of prices of its own. */
function createScene(tiers: readonly (readonly Price[])[], couponId: string | null) {
  const { account } = createTestAccount();
  const lines = tiers.map((items, tier) =>
    items.map(({ amount, recurs }, index) => {
      const id = `price_${String(tier)}_${String(index)}`;
      account.decide((now) =>
        account.records.prices.put({
          id,
          product_id: 'prod_basic',
          active: true,
          // An order has one currency.
          currency: items[0]?.currency ?? 'usd',
          price_type: recurs ? 'recurring' : 'one_time',
          unit_amount_atom: amount,
          billing_interval: recurs,
          billing_interval_count: recurs && 1,
          custom_fields: {},
          created_at: now,
          updated_at: now,
        }),
      );
      return { price_id: id, quantity: 1 };
    }),
  );
  const [first, ...rest] = lines;
  const cascade_line_items = rest.map((line_items) => ({ line_items }));
  const fields = { line_items: first, coupon_id: couponId, cascade_line_items };
  const { id } = account.decide((now) => createTestSession(account, fields, now));
  const session = () => {
    const found = account.records.sessions.get(id);
    if (!found) throw new Error('No session');
    return found;
  };
  const pay = (number: string) => {
    const { amount_total_atom: expected } = session();
    const payment = testPayment(expected, needsCard(session()) ? number : undefined);
    return account.decide((now) => paySession(account, session(), payment, now));
  };
  const answer = (paymentId: string) => {
    account.decide((now) => {
      const payment = account.records.payments.get(paymentId);
      if (payment) endPayment(account, payment, { kind: 'decline', code: 'c' }, now);
    });
  };
  return { account, session, pay, answer };
}

/** Whether nothing is due at all: then no card is asked for. */
const isFree = (items: readonly Price[]): boolean =>
  items.every(({ amount, recurs }) => amount === 0 && recurs === null);

test('whatever the tiers and the cards, nothing above what was agreed to is ever taken unasked', () => {
  fc.assert(
    fc.property(
      orders.filter(([first]) => !isFree(first ?? [])),
      coupon,
      fc.array(fc.constantFrom(...cards), { minLength: 1, maxLength: 6 }),
      (tiers, couponId, presses) => {
        const { account, session, pay, answer } = createScene(tiers, couponId);
        for (const number of presses) {
          const agreed = session();
          if (agreed.state !== 'open') break;
          const payment = pay(number);
          const after = session();
          if (!payment) {
            expect(after).toMatchObject({ state: 'completed', amount_total_atom: 0 });
            break;
          }
          if (payment.status === 'requires_action') {
            expect(staysWithin(agreed, after)).toBe(true);
            expect(payment.amount_atom).toBe(after.amount_total_atom);
            answer(payment.id);
            expect(session()).toMatchObject({
              line_items: agreed.line_items,
              amount_total_atom: agreed.amount_total_atom,
              current_tier: agreed.current_tier,
            });
            continue;
          }
          if (payment.status === 'succeeded') {
            expect(staysWithin(agreed, after)).toBe(true);
            expect(payment.amount_atom).toBe(after.amount_total_atom);
            expect(payment.amount_atom).toBeLessThanOrEqual(agreed.amount_total_atom);
            expect(payment.attempts.at(-1)).toMatchObject({
              tier: after.current_tier,
              outcome: 'succeeded',
            });
          } else if (payment.asked_tier === null) {
            expect(after.current_tier).toBe(agreed.current_tier);
            expect(after.line_items).toEqual(agreed.line_items);
          } else {
            expect(after.current_tier).toBe(payment.asked_tier);
            expect(staysWithin(agreed, after)).toBe(false);
          }
          const tried = payment.attempts.map(({ tier }) => tier);
          expect(tried).toEqual([...tried].sort((a, b) => a - b));
          expect(tried.at(0) ?? agreed.current_tier).toBe(agreed.current_tier);
        }
        const charged = [...account.records.payments.values()].filter(
          ({ status }) => status === 'succeeded',
        );
        const paid = session().payment_intent_id;
        expect(charged.map(({ id }) => id)).toEqual(paid === null ? [] : [paid]);
      },
    ),
    { numRuns: 300 },
  );
});

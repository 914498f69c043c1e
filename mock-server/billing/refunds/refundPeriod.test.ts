import { expect, test } from 'vitest';
import { completeSession } from '../../checkout/paying/completeSession.ts';
import { buyPlanAndPrint } from '../../checkout/fixtures/buyPlanAndPrint.ts';
import { createTestAccount } from '../../checkout/fixtures/createTestAccount.ts';
import { createTestSession } from '../../checkout/fixtures/createTestSession.ts';
import { payTestSession } from '../../checkout/fixtures/payTestSession.ts';
import { makeChange } from '../../handlers/operations/makeChange.ts';
import type { PriceRecord } from '../../store/records/AccountRecords.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { changePlan, changePlanBody } from '../plan/changePlan.ts';
import { cancelSubscription } from '../subscriptions/cancelSubscription.ts';

/** A subscription of 2900, bought together with a print of 900. */
function createScene() {
  const { account, real } = buyPlanAndPrint();
  const read = () => [...account.records.subscriptions.values()][0] as SubscriptionRecord;
  return {
    read,
    change(quantity: number, proration_behavior: string): void {
      const items = [{ subscription_item_id: read().items[0]?.id, quantity }];
      const body = changePlanBody.parse({ items, proration_behavior });
      account.decide((now) => makeChange(account, now, (it) => changePlan(it, read(), body)));
    },
    /** Bills are sent from now on, to be paid within a day. */
    send(): void {
      const terms = { collection_method: 'send_invoice', net_d: 1 } as const;
      account.decide(() => account.records.subscriptions.put({ ...read(), ...terms }));
    },
    wait(days: number): void {
      real.now += days * 24 * 60 * 60 * 1000;
    },
    end(option: 'full' | 'prorated' = 'full'): number[] {
      account.decide((now) => cancelSubscription(account, read(), option, now));
      return [...account.records.refunds.values()].map(({ amount_atom: amount }) => amount);
    },
  };
}

test('all that was paid for the period goes back, its changes too, and nothing that was bought with it', () => {
  const { change, end } = createScene();
  change(4, 'always_invoice');
  expect(end()).toEqual([8700, 2900]);
});

test('what another subscription of the same order costs stays paid, whose months are others', () => {
  const { account } = createTestAccount();
  const { prices, refunds, subscriptions } = account.records;
  account.decide((now) => {
    const monthly = prices.get('price_pro_monthly') as PriceRecord;
    prices.put({ ...monthly, id: 'quarterly', billing_interval_count: 3, unit_amount_atom: 8000 });
    const line_items = [monthly.id, 'quarterly'].map((price_id) => ({ price_id, quantity: 1 }));
    payTestSession(account, { line_items }, now);
    const [first] = [...subscriptions.values()] as [SubscriptionRecord];
    cancelSubscription(account, first, 'full', now);
  });
  expect([...refunds.values()]).toMatchObject([{ amount_atom: 2900 }]);
});

test('what was paid elsewhere goes back elsewhere, and has arrived', () => {
  const { account } = createTestAccount();
  const { refunds, subscriptions } = account.records;
  account.decide((now) => {
    const line_items = [{ price_id: 'price_pro_monthly', quantity: 1 }];
    const session = createTestSession(account, { line_items }, now);
    const payer = { email: 'a@b.example', name: null, out_of_band: true };
    completeSession(account, session, payer, undefined, now);
    const [made] = [...subscriptions.values()] as [SubscriptionRecord];
    cancelSubscription(account, made, 'full', now);
  });
  const elsewhere = { refunded_out_of_band: true, status: 'succeeded', payment_intent_id: null };
  expect([...refunds.values()]).toMatchObject([{ amount_atom: 2900, ...elsewhere }]);
});

test('what has gone back in full is owed by nobody', () => {
  const { read, change, end } = createScene();
  change(3, 'create_prorations');
  expect(read().carried_atom).toBe(5800);
  expect(end()).toEqual([2900]);
  expect(read().carried_atom).toBe(0);
});

test.each([
  ['while it may still be paid', 0, 1965],
  ['when it is overdue', 2, 1591],
])(
  'what goes back is what was paid and not used, and a bill that was sent is not: %s',
  (_when, days, back) => {
    const { send, change, wait, end } = createScene();
    wait(10);
    send();
    change(2, 'always_invoice');
    wait(days);
    expect(end('prorated')).toEqual([back]);
  },
);

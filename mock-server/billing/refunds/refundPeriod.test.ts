import { expect, test } from 'vitest';
import { createTestAccount } from '../../checkout/fixtures/createTestAccount.ts';
import { payTestSession } from '../../checkout/fixtures/payTestSession.ts';
import { makeChange } from '../../handlers/operations/makeChange.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { changePlan, changePlanBody } from '../plan/changePlan.ts';
import { cancelSubscription } from '../subscriptions/cancelSubscription.ts';

/** A subscription of 2900, bought together with a print of 900. */
function createScene() {
  const { account } = createTestAccount();
  const line_items = ['price_pro_monthly', 'price_basic'].map((price_id) => ({
    price_id,
    quantity: 1,
  }));
  account.decide((now) => {
    payTestSession(account, { line_items }, now);
  });
  const read = () => [...account.records.subscriptions.values()][0] as SubscriptionRecord;
  return {
    read,
    change(quantity: number, proration_behavior: string): void {
      const items = [{ subscription_item_id: read().items[0]?.id, quantity }];
      const body = changePlanBody.parse({ items, proration_behavior });
      account.decide((now) => makeChange(account, now, (it) => changePlan(it, read(), body)));
    },
    end(): number[] {
      account.decide((now) => cancelSubscription(account, read(), 'full', now));
      return [...account.records.refunds.values()].map(({ amount_atom: amount }) => amount);
    },
  };
}

test('all that was paid for the period goes back, its changes too, and nothing that was bought with it', () => {
  const { change, end } = createScene();
  change(4, 'always_invoice');
  expect(end()).toEqual([8700, 2900]);
});

test('what has gone back in full is owed by nobody', () => {
  const { read, change, end } = createScene();
  change(3, 'create_prorations');
  expect(read().carried_atom).toBe(5800);
  expect(end()).toEqual([2900]);
  expect(read().carried_atom).toBe(0);
});

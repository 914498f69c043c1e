import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTestAccount } from '../../checkout/fixtures/createTestAccount.ts';
import { payTestSession } from '../../checkout/fixtures/payTestSession.ts';
import { plainCoupon } from '../../domain/pricing/plainCoupon.ts';
import { makeChange } from '../../handlers/operations/makeChange.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { cancelSubscription } from '../subscriptions/cancelSubscription.ts';
import { changePlan, changePlanBody } from './changePlan.ts';

const hour = 60 * 60 * 1000;
const period = 30 * 24 * hour;
const amounts = [2000, 3000, 9000] as const;

const step = fc.record({
  wait: fc.integer({ min: 0, max: 400 * hour }),
  to: fc.constantFrom(...amounts),
  how: fc.constantFrom('always_invoice', 'create_prorations'),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Somebody who pays 3000 for each thirty days, or half of that for ever, and changes to other amounts. */
function createScene(isHalved: boolean) {
  const { account, real } = createTestAccount();
  const { records } = account;
  const monthly = { billing_interval: 'day', billing_interval_count: 30 } as const;
  const dated = { created_at: 0, updated_at: 0 };
  const price = { product_id: 'prod_pro', active: true, currency: 'usd', custom_fields: {} };
  account.decide((now) => {
    const recurring = { ...price, ...monthly, ...dated, price_type: 'recurring' } as const;
    for (const amount of amounts) {
      const id = `price_${String(amount)}`;
      records.prices.put({ ...recurring, id, unit_amount_atom: amount });
    }
    const half = { ...plainCoupon, ...dated, percent_off: 50, duration: 'forever' } as const;
    records.coupons.put({ ...half, id: 'half' });
    const line_items = [{ price_id: 'price_3000', quantity: 1 }];
    const terms = { line_items, coupon_id: isHalved ? 'half' : null };
    payTestSession(account, terms, now);
  });
  const read = () => [...records.subscriptions.values()][0] as SubscriptionRecord;
  const priced = (amount: number) => (isHalved ? amount / 2 : amount);
  let used = 0;
  return {
    read,
    /** What each plan costs for as long as it was had. */
    used: () => used,
    /** What is paid for already and still to come. */
    ahead: () => {
      const { items, current_period_end: end } = read();
      return (priced(items[0]?.unit_amount_atom ?? 0) * (end - account.clock.now())) / period;
    },
    paid: () =>
      [...records.invoices.values()].reduce((sum, { amount_total_atom: total, ...invoice }) => {
        expect(invoice.status).toBe('paid');
        return sum + total - invoice.refunded_amount_atom;
      }, 0),
    take({ wait, to, how }: Step): void {
      used += (priced(read().items[0]?.unit_amount_atom ?? 0) * wait) / period;
      real.now += wait;
      const item = {
        subscription_item_id: read().items[0]?.id,
        new_price_id: `price_${String(to)}`,
      };
      const body = changePlanBody.parse({ items: [item], proration_behavior: how });
      account.decide((now) => makeChange(account, now, (it) => changePlan(it, read(), body)));
    },
    end: () => {
      account.decide((now) => cancelSubscription(account, read(), 'prorated', now));
    },
  };
}

test('however often a plan is changed, what is paid and owed is what each plan costs for its time', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), fc.boolean(), (steps, isHalved) => {
      const shop = createScene(isHalved);
      for (const [index, one] of steps.entries()) {
        shop.take(one);
        const due = shop.used() + shop.ahead();
        const settled = shop.paid() + shop.read().carried_atom;
        expect(Math.abs(settled - due)).toBeLessThanOrEqual(index + 1);
      }
      const [paid, isFirst] = [shop.paid(), shop.read().periods === 1];
      shop.end();
      const missing = Math.min(paid, shop.used()) - shop.paid();
      expect(missing).toBeLessThanOrEqual(steps.length + 1);
      // A credit that is older than the period's own bills is not paid out.
      if (isFirst) expect(missing).toBeGreaterThanOrEqual(-steps.length - 1);
    }),
    { numRuns: 200, seed: 5 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buyPlanAndPrint } from '../../checkout/fixtures/buyPlanAndPrint.ts';
import { createTestAccount } from '../../checkout/fixtures/createTestAccount.ts';
import { payTestSession } from '../../checkout/fixtures/payTestSession.ts';
import type { Coupon } from '../../domain/pricing/Coupon.ts';
import { plainCoupon } from '../../domain/pricing/plainCoupon.ts';
import { makeChange } from '../../handlers/operations/makeChange.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { cancelSubscription } from '../subscriptions/cancelSubscription.ts';
import { pauseSubscription } from '../subscriptions/pauseSubscription.ts';
import { resumeSubscription } from '../subscriptions/resumeSubscription.ts';
import { changePlan, changePlanBody } from './changePlan.ts';

const hour = 60 * 60 * 1000;
const period = 30 * 24 * hour;
const amounts = [2000, 3000, 9000] as const;

const step = fc.record({
  wait: fc.integer({ min: 0, max: 400 * hour }),
  to: fc.constantFrom(...amounts),
  how: fc.constantFrom('always_invoice', 'create_prorations'),
  /** For how long it is paused before, and whether what it costs is sent and stays unpaid. */
  pause: fc.constantFrom(0, 0, 100 * hour),
  isSent: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Somebody who pays 3000 for each thirty days, or half of that for ever, and changes to other amounts. */
function createSubscriber(isHalved: boolean) {
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
  return { account, real };
}

/** What becomes of that, and what it comes to. */
function createScene(isHalved: boolean) {
  const { account, real } = createSubscriber(isHalved);
  const { records } = account;
  const read = () => [...records.subscriptions.values()][0] as SubscriptionRecord;
  const priced = (amount: number) => (isHalved ? amount / 2 : amount);
  const total = (which: 'paid' | 'open', except: readonly (string | null)[] = []): number =>
    [...records.invoices.values()].reduce((sum, { status, amount_total_atom: all, ...invoice }) => {
      expect(['paid', 'open']).toContain(status);
      const counts = status === which && !except.includes(invoice.id);
      return counts ? sum + all - invoice.refunded_amount_atom : sum;
    }, 0);
  const stand = (time: number): void => {
    const asked = { pause_behavior: 'pause_immediately', pause_for_cycles: null } as const;
    account.decide((now) => pauseSubscription(account, read(), asked, now));
    real.now += time;
    account.decide((now) => resumeSubscription(account, read(), now));
  };
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
    paid: () => total('paid'),
    owed: () => total('open'),
    owedBefore: () => {
      const own = read().period_bills.map(({ invoice_id: id }) => id);
      return total('open', [...own, ...(read().opening_credit?.invoice_ids ?? [])]);
    },
    take({ wait, to, how, pause, isSent }: Step): void {
      used += (priced(read().items[0]?.unit_amount_atom ?? 0) * wait) / period;
      real.now += wait;
      if (pause > 0) stand(pause);
      const collection_method = isSent ? 'send_invoice' : 'charge_automatically';
      account.decide(() =>
        records.subscriptions.put({ ...read(), collection_method, net_d: isSent ? 365 : null }),
      );
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

test('however often a plan is changed, paused and billed, what is paid and owed is what each plan costs for its time', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), fc.boolean(), (steps, isHalved) => {
      const shop = createScene(isHalved);
      for (const [index, one] of steps.entries()) {
        shop.take(one);
        const due = shop.used() + shop.ahead();
        const settled = shop.paid() + shop.owed() + shop.read().carried_atom;
        expect(Math.abs(settled - due)).toBeLessThanOrEqual(index + 1);
      }
      const [paid, before] = [shop.paid(), shop.owedBefore()];
      shop.end();
      // What is unpaid of earlier periods stays owed for them.
      const due = shop.used() - before;
      const missing = Math.min(paid, due) - shop.paid();
      expect(missing).toBeLessThanOrEqual(steps.length + 1);
      // A credit that is older than the period's own bills is paid out, too.
      expect(missing).toBeGreaterThanOrEqual(-steps.length - 1);
    }),
    { numRuns: 200, seed: 5 },
  );
});

/** Somebody who has bought a plan and a print with a discount, and what is carried after each change of the plan. */
function createBuyer(gives: Partial<Coupon>) {
  const { account } = buyPlanAndPrint(gives);
  const read = () => [...account.records.subscriptions.values()][0] as SubscriptionRecord;
  const change = (quantity: number, how: object = {}): number => {
    const items = [{ subscription_item_id: read().items[0]?.id, quantity }];
    const body = changePlanBody.parse({ items, ...how });
    account.decide((now) => makeChange(account, now, (it) => changePlan(it, read(), body)));
    return read().carried_atom;
  };
  return { read, change, bills: () => [...account.records.invoices.values()] };
}

// Of 1.25 percent off, the plan has a cent less beside the print than alone, and of 1.3 a cent more.
test.each([50, 1.25, 1.3])(
  'a change from a plan to itself is no bill, at %d percent off',
  (percent_off) => {
    const { change, bills } = createBuyer({ percent_off });
    expect(change(1, { proration_behavior: 'always_invoice' })).toBe(0);
    expect(bills()).toHaveLength(1);
  },
);

test.each(['once', 'forever'] as const)(
  'a plan that was billed with a discount is changed with it for the rest of its period, %s',
  (duration) => {
    const { read, change } = createBuyer({ percent_off: 50, duration });
    expect([change(1), change(2)]).toEqual([0, 1450]);
    expect(read().coupon_id).toBe(duration === 'once' ? null : 'coupon_both');
  },
);

test.each([
  ['less than both', 1000, [0, 2900]],
  ['more than both', 5000, [0, 1700]],
])(
  'of a fixed discount on a plan and a print, %s, the plan keeps what the print did not take',
  (_what, amount_off_atom, carried) => {
    const off = { amount_off_atom, currency: 'usd', duration: 'forever' } as const;
    const { change } = createBuyer(off);
    expect([change(1), change(2)]).toEqual(carried);
  },
);

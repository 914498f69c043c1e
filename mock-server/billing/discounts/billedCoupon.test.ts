import { expect, test } from 'vitest';
import { createTestAccount } from '../../checkout/fixtures/createTestAccount.ts';
import { payTestSession } from '../../checkout/fixtures/payTestSession.ts';
import type { Coupon } from '../../domain/pricing/Coupon.ts';
import { plainCoupon } from '../../domain/pricing/plainCoupon.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { billedCoupon } from './billedCoupon.ts';

/** Which discount a subscription's bill had that is on `now`, and was kept like this. */
function billed(now: Partial<Coupon>, kept: Partial<SubscriptionRecord>, later = 0) {
  const { account } = createTestAccount();
  const { coupons, subscriptions } = account.records;
  account.decide((at) => {
    const dated = { created_at: at, updated_at: at };
    coupons.put({ ...plainCoupon, percent_off: 50, ...now, ...dated, id: 'on_record' });
    payTestSession(account, { line_items: [{ price_id: 'price_pro_monthly', quantity: 1 }] }, at);
  });
  const [made] = [...subscriptions.values()] as [SubscriptionRecord];
  const older: SubscriptionRecord & { period_coupon?: unknown } = { ...made };
  delete older.period_coupon;
  const discounted_since = made.discounted_since + later;
  const record = { ...older, coupon_id: 'on_record', discounted_since, ...kept };
  return billedCoupon(account, record)?.id;
}

const forever = { duration: 'forever' } as const;

test.each([
  ['what was kept of it counts', { ...plainCoupon, ...forever, id: 'kept' }, 'kept'],
  ['no discount is none', null, undefined],
])('whatever is on record by now, %s', (_what, period_coupon, expected) => {
  expect(billed(forever, { period_coupon })).toBe(expected);
});

test.each([
  ['what lasts counts', forever, 0, 'on_record'],
  ['what was given later does not', forever, 1, undefined],
  ['what counts once is used up', { duration: 'once' } as const, 0, undefined],
])('where an older version kept nothing of it, %s', (_what, now, later, expected) => {
  expect(billed(now, {}, later)).toBe(expected);
});

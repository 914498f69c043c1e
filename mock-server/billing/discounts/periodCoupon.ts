import { addInterval } from '../../domain/time/addInterval.ts';
import type { Account } from '../../store/createAccount.ts';
import type { CouponRecord } from '../../store/records/AccountRecords.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';

/** The discount that counts in a period that begins `at`: for ever, for some months since it was given, or this once. */
export function periodCoupon(
  account: Account,
  { coupon_id: id, discounted_since: since }: SubscriptionRecord,
  at: number,
): CouponRecord | undefined {
  const coupon = id === null ? undefined : account.records.coupons.get(id);
  if (coupon?.duration !== 'repeating') return coupon;
  return at < addInterval(since, 'month', coupon.duration_in_months ?? 0) ? coupon : undefined;
}

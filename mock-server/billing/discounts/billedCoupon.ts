import type { Coupon } from '../../domain/pricing/Coupon.ts';
import type { Account } from '../../store/createAccount.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { keptCoupon } from './keptCoupon.ts';
import { periodCoupon } from './periodCoupon.ts';

/**
 * An older version has not kept it: it is the one that counted when the period began, where it was given by then. One that
 * counts once and is still there is for the next bill.
 */
function guess(account: Account, subscription: SubscriptionRecord): Coupon | null {
  const { current_period_start: start, discounted_since: since } = subscription;
  const coupon = since <= start ? periodCoupon(account, subscription, start) : undefined;
  return coupon?.duration === 'once' ? null : keptCoupon(coupon);
}

/** The discount that the bill of the current period had, which its changes have too. */
export function billedCoupon(
  account: Account,
  subscription: SubscriptionRecord,
): Coupon | undefined {
  const { period_coupon: kept = guess(account, subscription) } = subscription;
  return kept ?? undefined;
}

import type { Coupon } from '../../domain/pricing/Coupon.ts';
import { plainCoupon } from '../../domain/pricing/plainCoupon.ts';

/** What is kept of the discount of a bill for the rest of its period: what it gives, and not how often it was used. One that counts once is used up by the bill. */
export function lastingCoupon(coupon: Coupon | undefined): Coupon | null {
  if (!coupon || coupon.duration === 'once' || coupon.trial_days_off !== null) return null;
  const { id, percent_off, amount_off_atom, currency, duration } = coupon;
  return { ...plainCoupon, id, percent_off, amount_off_atom, currency, duration };
}

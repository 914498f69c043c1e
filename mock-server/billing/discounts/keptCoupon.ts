import type { Coupon } from '../../domain/pricing/Coupon.ts';
import { plainCoupon } from '../../domain/pricing/plainCoupon.ts';

/**
 * What is kept of the discount of a bill for the rest of its period: what it gives, and not how often it was used. Of a
 * fixed amount it is as much as `keeps` says, where other things are on the same bill. Free days were not billed.
 */
export function keptCoupon(coupon: Coupon | undefined, keeps?: number): Coupon | null {
  if (!coupon || coupon.trial_days_off !== null) return null;
  const { id, percent_off, amount_off_atom: off, currency, duration } = coupon;
  const amount_off_atom = off === null ? null : (keeps ?? off);
  return { ...plainCoupon, id, percent_off, amount_off_atom, currency, duration };
}

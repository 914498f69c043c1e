import type { Coupon } from '../../domain/pricing/Coupon.ts';
import { plainCoupon } from '../../domain/pricing/plainCoupon.ts';

/**
 * What is kept of the discount of a bill for the rest of its period: what it gives, and not how often it was used. Of a
 * fixed amount it is without what other things on the same bill have `taken`. Free days were not billed.
 */
export function keptCoupon(coupon: Coupon | undefined, taken = 0): Coupon | null {
  if (!coupon || coupon.trial_days_off !== null) return null;
  const { id, percent_off, amount_off_atom: off, currency, duration } = coupon;
  const amount_off_atom = off === null ? null : off - taken;
  return { ...plainCoupon, id, percent_off, amount_off_atom, currency, duration };
}

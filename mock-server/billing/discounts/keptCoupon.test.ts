import { expect, test } from 'vitest';
import { plainCoupon } from '../../domain/pricing/plainCoupon.ts';
import { keptCoupon } from './keptCoupon.ts';

const used = { id: 'c', times_redeemed: 7, max_redemptions: 9, held_by: ['cs_1', 'cs_2'] };

test('of a discount it is kept what it gives, and nothing of who uses it', () => {
  const fixed = { amount_off_atom: 500, currency: 'usd', duration: 'repeating' } as const;
  const coupon = { ...plainCoupon, ...fixed, duration_in_months: 3, ...used };
  expect(keptCoupon(coupon)).toEqual({ ...plainCoupon, ...fixed, id: 'c' });
});

test('of free days nothing is kept', () => {
  const gives = { trial_days_off: 10, duration: 'forever' } as const;
  expect(keptCoupon({ ...plainCoupon, ...gives, ...used })).toBeNull();
});

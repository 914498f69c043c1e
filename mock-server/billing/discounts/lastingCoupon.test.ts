import { expect, test } from 'vitest';
import { plainCoupon } from '../../domain/pricing/plainCoupon.ts';
import { lastingCoupon } from './lastingCoupon.ts';

const used = { id: 'c', times_redeemed: 7, max_redemptions: 9, held_by: ['cs_1', 'cs_2'] };

test('of a discount that lasts it is kept what it gives, and nothing of who uses it', () => {
  const fixed = { amount_off_atom: 500, currency: 'usd', duration: 'repeating' } as const;
  const coupon = { ...plainCoupon, ...fixed, duration_in_months: 3, ...used };
  expect(lastingCoupon(coupon)).toEqual({ ...plainCoupon, ...fixed, id: 'c' });
});

test.each([
  ['counts once', { percent_off: 50, duration: 'once' }],
  ['gives free days', { trial_days_off: 10, duration: 'forever' }],
] as const)('of one that %s nothing is kept', (_what, gives) => {
  expect(lastingCoupon({ ...plainCoupon, ...gives, ...used })).toBeNull();
});

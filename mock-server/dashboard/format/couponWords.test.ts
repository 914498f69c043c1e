import { expect, test } from 'vitest';
import { plainCoupon } from '../../domain/pricing/plainCoupon.ts';
import { couponWords } from './couponWords.ts';

test.each([
  [{ percent_off: 20 }, '20% off'],
  [{ amount_off_atom: 500, currency: 'usd' }, '$5.00 off'],
  [{ trial_days_off: 14 }, '14 days free'],
  [{ percent_off: 12.5, trial_days_off: 7 }, '12.5% off, 7 days free'],
])('%j is %s', (given, words) => {
  expect(couponWords({ ...plainCoupon, id: 'coupon_1', ...given })).toBe(words);
});

import { expect, test } from 'vitest';
import { discountRefusal } from './discountRefusal.ts';
import { plainCoupon } from './plainCoupon.ts';

const now = 1_000;
const once = { billing_interval: null };
const monthly = { billing_interval: 'month' };

const empty = { ...plainCoupon, id: 'c' };
const plain = { ...empty, percent_off: 10 };
const fixed = { ...empty, amount_off_atom: 100, currency: 'eur' };
const trial = { ...empty, trial_days_off: 14 };
const code = { active: true, expires_at: null, max_redemptions: null, times_redeemed: 0 };
const order = { currency: 'usd', line_items: [once] };

test.each([
  ['a coupon without limits', { coupon: plain, order }, undefined],
  ['a code without limits', { coupon: plain, code, order }, undefined],
  [
    'a code that is switched off',
    { coupon: plain, code: { ...code, active: false }, order },
    'invalid',
  ],
  ['a coupon past its day', { coupon: { ...plain, redeem_by: now }, order }, 'expired'],
  ['a coupon on its last moment', { coupon: { ...plain, redeem_by: now + 1 }, order }, undefined],
  ['a code past its day', { coupon: plain, code: { ...code, expires_at: now }, order }, 'expired'],
  [
    'a coupon used up',
    { coupon: { ...plain, max_redemptions: 2, times_redeemed: 2 }, order },
    'exhausted',
  ],
  [
    'a coupon used but for once',
    { coupon: { ...plain, max_redemptions: 2, times_redeemed: 1 }, order },
    undefined,
  ],
  [
    'a code used up',
    { coupon: plain, code: { ...code, max_redemptions: 1, times_redeemed: 1 }, order },
    'exhausted',
  ],
  [
    'a code of a coupon used up',
    { coupon: { ...plain, max_redemptions: 0 }, code, order },
    'exhausted',
  ],
  ['an amount in another currency', { coupon: fixed, order }, 'not_applicable'],
  [
    'an amount in this currency',
    { coupon: fixed, order: { ...order, currency: 'eur' } },
    undefined,
  ],
  [
    'an order without lines',
    { coupon: plain, order: { currency: null, line_items: [] } },
    'not_applicable',
  ],
  ['a trial of nothing that recurs', { coupon: trial, order }, 'not_applicable'],
  [
    'a trial of a subscription',
    { coupon: trial, order: { ...order, line_items: [once, monthly] } },
    undefined,
  ],
])('%s', (_name, input, refusal) => {
  expect(discountRefusal({ ...input, now })).toBe(refusal);
});

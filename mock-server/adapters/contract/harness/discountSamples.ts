import { answerSchema } from '../../../resources/answerSchema.ts';
import { coupons } from '../../../resources/coupons.ts';
import { promotionCodes } from '../../../resources/promotionCodes.ts';
import type { ResourceSample } from './ResourceSample.ts';

const time = '2030-01-01T00:00:00.000Z';
const unlimited = { max_redemptions: null, times_redeemed: 0 };
const late = { max_redemptions: 5, redeem_by: time };

export const discountSamples: readonly ResourceSample[] = [
  {
    path: 'coupons',
    prefix: 'coupon',
    schema: answerSchema(coupons),
    least: { percent_off: 12.5 },
    defaults: {
      amount_off_atom: null,
      currency: null,
      trial_days_off: null,
      duration: 'once',
      duration_in_months: null,
      redeem_by: null,
      ...unlimited,
    },
    most: {
      amount_off_atom: 500,
      currency: 'eur',
      duration: 'repeating',
      duration_in_months: 3,
      ...late,
    },
    change: late,
    broken: [
      [{ percent_off: undefined }, ['percent_off']],
      [{ percent_off: 0 }, ['percent_off']],
      [{ percent_off: 101 }, ['percent_off']],
      [{ trial_days_off: 7 }, ['percent_off']],
      [{ percent_off: null, amount_off_atom: 100 }, ['currency']],
      [{ currency: 'usd' }, ['currency']],
      [{ duration: 'repeating' }, ['duration_in_months']],
      [{ duration_in_months: 3 }, ['duration_in_months']],
      [{ redeem_by: 'tomorrow' }, ['redeem_by']],
      [{ redeem_by: '9999-12-31T23:59:59-12:00' }, ['redeem_by']],
      [{ redeem_by: '0000-01-01T00:00:00+12:00' }, ['redeem_by']],
      [{ max_redemptions: 0 }, ['max_redemptions']],
      [{ times_redeemed: 1 }, ['times_redeemed']],
    ],
    brokenChanges: [[{ percent_off: 20 }, ['percent_off']]],
  },
  {
    path: 'promotion-codes',
    prefix: 'promo',
    schema: answerSchema(promotionCodes),
    least: { code: 'Spring', coupon_id: 'coupon_dev_abc123' },
    defaults: { active: true, expires_at: null, ...unlimited },
    most: {
      code: 'SUMMER-5',
      coupon_id: 'coupon_dev_save20',
      active: false,
      expires_at: time,
      max_redemptions: 5,
    },
    change: { active: false, expires_at: time, max_redemptions: 1 },
    broken: [
      [{ code: 'two words' }, ['code']],
      [{ code: 'save20' }, ['code']],
      [{ coupon_id: 'coupon_none' }, ['coupon_id']],
    ],
    brokenChanges: [[{ code: 'AUTUMN' }, ['code']]],
  },
];

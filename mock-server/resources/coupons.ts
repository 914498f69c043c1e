import { z } from 'zod';
import {
  amountField,
  currencyField,
  fixedField,
  limitField,
  timeField,
} from '../schemas/fields.ts';
import { applyChanges } from './applyChanges.ts';
import { isoTime } from '../domain/time/isoTime.ts';
import { defineResource, type Change } from './Resource.ts';
import { someSession } from './someSession.ts';
import { someSubscription } from './someSubscription.ts';

const createBody = z.strictObject({
  percent_off: z.number().min(1).max(100).nullable().default(null),
  amount_off_atom: amountField.min(1).nullable().default(null),
  currency: currencyField.nullable().default(null),
  trial_days_off: z.int().min(1).max(730).nullable().default(null),
  duration: z.enum(['once', 'repeating', 'forever']).default('once'),
  duration_in_months: z.int().min(1).max(120).nullable().default(null),
  max_redemptions: limitField.default(null),
  redeem_by: timeField.default(null),
});

function check(change: Change, body: z.infer<typeof createBody>): void {
  const { percent_off: percent, amount_off_atom: amount, trial_days_off: trial } = body;
  const given = [percent, amount, trial].filter((value) => value !== null).length;
  if (given !== 1) {
    const msg = 'Give exactly one of percent_off, amount_off_atom and trial_days_off';
    change.refuse(['percent_off'], given === 0 ? 'missing' : 'not_allowed', msg);
  }
  const needs = (field: 'currency' | 'duration_in_months', needed: boolean, when: string): void => {
    if (needed === (body[field] !== null)) return;
    if (needed) change.refuse([field], 'missing', `Give this ${when}`);
    else change.refuse([field], 'not_allowed', `Give this only ${when}`);
  };
  needs('currency', amount !== null, 'with amount_off_atom');
  needs('duration_in_months', body.duration === 'repeating', 'with a repeating duration');
}

/** A discount. What it gives is fixed; how often and how long it may be used is not. */
export const coupons = defineResource({
  path: 'coupons',
  object: 'coupon',
  event: 'coupon',
  prefix: 'coupon',
  collection: ({ coupons: collection }) => collection,
  shape: {
    percent_off: z.number().nullable(),
    amount_off_atom: z.int().nullable(),
    currency: z.string().nullable(),
    trial_days_off: z.int().nullable(),
    duration: z.enum(['once', 'repeating', 'forever']),
    duration_in_months: z.int().nullable(),
    max_redemptions: z.int().nullable(),
    times_redeemed: z.int(),
    redeem_by: z.iso.datetime().nullable(),
  },
  view: (coupon) => ({
    percent_off: coupon.percent_off,
    amount_off_atom: coupon.amount_off_atom,
    currency: coupon.currency,
    trial_days_off: coupon.trial_days_off,
    duration: coupon.duration,
    duration_in_months: coupon.duration_in_months,
    max_redemptions: coupon.max_redemptions,
    times_redeemed: coupon.times_redeemed,
    redeem_by: isoTime(coupon.redeem_by),
  }),
  create: {
    body: createBody,
    make(change, body, base) {
      check(change, body);
      return { ...base, ...body, times_redeemed: 0 };
    },
  },
  update: {
    body: z.strictObject({
      max_redemptions: limitField.optional(),
      redeem_by: timeField.optional(),
      percent_off: fixedField,
      amount_off_atom: fixedField,
      currency: fixedField,
      trial_days_off: fixedField,
      duration: fixedField,
      duration_in_months: fixedField,
    }),
    apply: (_change, coupon, { max_redemptions, redeem_by }) =>
      applyChanges(coupon, { max_redemptions, redeem_by }),
  },
  remove: {
    obstacle(account, { id }) {
      for (const { coupon_id: of } of account.records.promotionCodes.values()) {
        if (of === id) return 'A promotion code stands for this coupon. Delete that first.';
      }
      const names = ({ coupon_id: of }: { readonly coupon_id: string | null }) => of === id;
      if (someSession(account, names)) {
        return 'A checkout session has this coupon. Set redeem_by to a past time instead.';
      }
      return someSubscription(account, names)
        ? 'A subscription has this coupon. Set its coupon_id to null first.'
        : undefined;
    },
  },
});

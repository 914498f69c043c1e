import { z } from 'zod';
import { isoTime } from '../domain/time/isoTime.ts';
import { fixedField, idField, limitField, timeField } from '../schemas/fields.ts';
import { flagFilter } from '../schemas/pageShape.ts';
import { applyChanges } from './applyChanges.ts';
import { defineResource } from './Resource.ts';
import { someSession } from './someSession.ts';

const codeField = z.string().regex(/^[\w-]{1,64}$/, {
  error: 'Give 1 to 64 letters, digits, hyphens or underscores',
});

/** What a shopper types to get a coupon's discount. */
export const promotionCodes = defineResource({
  path: 'promotion-codes',
  object: 'promotion_code',
  prefix: 'promo',
  collection: ({ promotionCodes: collection }) => collection,
  shape: {
    code: z.string(),
    coupon_id: z.string(),
    active: z.boolean(),
    expires_at: z.iso.datetime().nullable(),
    max_redemptions: z.int().nullable(),
    times_redeemed: z.int(),
  },
  view: (promotionCode) => ({
    code: promotionCode.code,
    coupon_id: promotionCode.coupon_id,
    active: promotionCode.active,
    expires_at: isoTime(promotionCode.expires_at),
    max_redemptions: promotionCode.max_redemptions,
    times_redeemed: promotionCode.times_redeemed,
  }),
  filters: { coupon_id: z.string(), active: flagFilter },
  create: {
    body: z.strictObject({
      code: codeField,
      coupon_id: idField,
      active: z.boolean().default(true),
      expires_at: timeField.default(null),
      max_redemptions: limitField.default(null),
    }),
    make({ account, refuse }, body, base) {
      const { coupons, promotionCodes: known } = account.records;
      const other = known.byKey(body.code.toUpperCase());
      if (other) {
        const has = `Promotion code ${other.id} has this code already, in upper or lower case`;
        refuse(['code'], 'taken', `${has}: give another one`);
      }
      if (!coupons.get(body.coupon_id)) {
        refuse(
          ['coupon_id'],
          'unknown_coupon',
          'There is no such coupon in this account: check its id',
        );
      }
      return { ...base, ...body, times_redeemed: 0 };
    },
  },
  update: {
    body: z.strictObject({
      active: z.boolean().optional(),
      expires_at: timeField.optional(),
      max_redemptions: limitField.optional(),
      code: fixedField,
      coupon_id: fixedField,
    }),
    apply: (_change, promotionCode, { active, expires_at, max_redemptions }) =>
      applyChanges(promotionCode, { active, expires_at, max_redemptions }),
  },
  remove: {
    obstacle: (account, { code }) =>
      someSession(account, ({ promotion_code: given }) => given === code)
        ? 'A checkout session has this promotion code. Set active to false instead.'
        : undefined,
  },
});

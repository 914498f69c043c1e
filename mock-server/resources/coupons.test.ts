import { expect, test } from 'vitest';
import { coupons } from './coupons.ts';
import { promotionCodes } from './promotionCodes.ts';

test.each([
  ['coupons', coupons, { percent_off: 10 }],
  ['promotion codes', promotionCodes, { code: 'X', coupon_id: 'coupon_x' }],
])(
  '%s may be used once or more, or without an end, as they are made and later on',
  (_name, resource, made) => {
    const taken = (limit: unknown) => [
      resource.create?.body.safeParse({ ...made, max_redemptions: limit }).success,
      resource.update?.body.safeParse({ max_redemptions: limit }).success,
    ];
    for (const limit of [1, 999_999_999, null])
      expect([limit, ...taken(limit)]).toEqual([limit, true, true]);
    for (const limit of [0, -1, 1.5, 1_000_000_000, '1']) {
      expect([limit, ...taken(limit)]).toEqual([limit, false, false]);
    }
  },
);

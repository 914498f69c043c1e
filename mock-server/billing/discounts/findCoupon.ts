import { appliesTo } from '../../domain/pricing/appliesTo.ts';
import type { Coupon } from '../../domain/pricing/Coupon.ts';
import { discountRefusal, type DiscountRefusal } from '../../domain/pricing/discountRefusal.ts';
import type { Account } from '../../store/createAccount.ts';
import type { CouponRecord } from '../../store/records/AccountRecords.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';
import { currentCoupon } from './currentCoupon.ts';
import { codeWithHeld, withHeld } from './holdRedemption.ts';

type Order = Parameters<typeof discountRefusal>[0]['order'];

/** The coupon that a promotion code stands for, when it gives something on this order; otherwise why not. */
export function findPromotionCode(
  account: Account,
  code: string,
  order: Order,
  now: number,
): { readonly coupon: Coupon; readonly code: string } | DiscountRefusal {
  // Some letters beyond ASCII have one of it as their capital.
  const known = /^[\w-]+$/.test(code) ? code.toUpperCase() : '';
  const promotionCode = account.records.promotionCodes.byKey(known);
  const coupon = promotionCode && account.records.coupons.get(promotionCode.coupon_id);
  if (!coupon) return 'invalid';
  const refusal = discountRefusal({
    coupon: withHeld(account, coupon),
    code: codeWithHeld(account, promotionCode),
    order,
    now,
  });
  return refusal ?? { coupon, code: promotionCode.code };
}

/** The coupon with this id, under the same rules. */
export function findCoupon(
  account: Account,
  id: string,
  order: Order,
  now: number,
): Coupon | DiscountRefusal {
  const coupon = account.records.coupons.get(id);
  if (!coupon) return 'invalid';
  return discountRefusal({ coupon: withHeld(account, coupon), order, now }) ?? coupon;
}

/**
 * The coupon of a session, where it gives something on what the session is about now: a fallback tier may be nothing
 * for it.
 */
export function appliedCoupon(account: Account, session: SessionRecord): CouponRecord | undefined {
  const coupon = currentCoupon(account, session);
  return coupon && appliesTo(coupon, session) ? coupon : undefined;
}

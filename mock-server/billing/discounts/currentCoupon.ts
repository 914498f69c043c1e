import type { Account } from '../../store/createAccount.ts';
import type { CouponRecord } from '../../store/records/AccountRecords.ts';

/** The coupon that a stored session's amounts were computed with. */
export function currentCoupon(
  account: Account,
  session: { readonly coupon_id: string | null; readonly promotion_code: string | null },
): CouponRecord | undefined {
  const { coupons, promotionCodes } = account.records;
  const code = session.promotion_code;
  const id =
    code === null ? session.coupon_id : promotionCodes.byKey(code.toUpperCase())?.coupon_id;
  return id === null || id === undefined ? undefined : coupons.get(id);
}

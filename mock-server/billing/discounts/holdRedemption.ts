import type { Account } from '../../store/createAccount.ts';
import type { CouponRecord, PromotionCode } from '../../store/records/AccountRecords.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';
import { currentCoupon } from './currentCoupon.ts';

/** The payments under way, but for that of one session, that will each use this once more if they succeed. */
function holders(
  account: Account,
  { held_by: ids = [] }: Pick<CouponRecord, 'held_by'>,
  uses: (session: SessionRecord) => boolean,
  except?: string,
): string[] {
  return ids.filter((id) => {
    const session = id === except ? undefined : account.records.sessions.get(id);
    return session?.state === 'processing' && uses(session);
  });
}

const couponHolders = (account: Account, coupon: CouponRecord, except?: string): string[] =>
  holders(account, coupon, (session) => currentCoupon(account, session)?.id === coupon.id, except);

const codeHolders = (account: Account, code: PromotionCode, except?: string): string[] =>
  holders(account, code, (session) => session.promotion_code === code.code, except);

/** A coupon as if the payments under way had succeeded already. */
export function withHeld(account: Account, coupon: CouponRecord, except?: string): CouponRecord {
  const held = couponHolders(account, coupon, except).length;
  return held === 0 ? coupon : { ...coupon, times_redeemed: coupon.times_redeemed + held };
}

/** A promotion code, likewise. */
export function codeWithHeld(account: Account, code: PromotionCode, except?: string) {
  const held = codeHolders(account, code, except).length;
  return held === 0 ? code : { ...code, times_redeemed: code.times_redeemed + held };
}

/**
 * Keeps one redemption for a session that begins to pay. Nothing has to give it back: who is no longer paying, or pays
 * with another one, holds none.
 */
export function holdRedemption(account: Account, session: SessionRecord): void {
  const { coupons, promotionCodes } = account.records;
  const coupon = currentCoupon(account, session);
  if (!coupon) return;
  const { id, promotion_code: given } = session;
  if (coupon.max_redemptions !== null) {
    coupons.put({ ...coupon, held_by: [...couponHolders(account, coupon, id), id] });
  }
  const code = given === null ? undefined : promotionCodes.byKey(given.toUpperCase());
  if (code && code.max_redemptions !== null) {
    promotionCodes.put({ ...code, held_by: [...codeHolders(account, code, id), id] });
  }
}

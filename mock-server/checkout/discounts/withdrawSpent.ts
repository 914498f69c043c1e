import { currentCoupon } from '../../billing/discounts/currentCoupon.ts';
import { codeWithHeld, withHeld } from '../../billing/discounts/holdRedemption.ts';
import type { Account } from '../../store/createAccount.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';
import { putDiscount } from './putDiscount.ts';

interface Counted {
  readonly max_redemptions: number | null;
  readonly times_redeemed: number;
}

const isSpent = ({ max_redemptions: max, times_redeemed: times }: Counted): boolean =>
  max !== null && times >= max;

/** Whether others have used up what the session was promised, or are about to. */
function isPromiseBroken(account: Account, session: SessionRecord): boolean {
  const coupon = currentCoupon(account, session);
  if (!coupon) return false;
  if (isSpent(withHeld(account, coupon, session.id))) return true;
  const given = session.promotion_code?.toUpperCase();
  const code = given === undefined ? undefined : account.records.promotionCodes.byKey(given);
  return code !== undefined && isSpent(codeWithHeld(account, code, session.id));
}

/**
 * Takes a discount off a session that is about to be paid, where others have used it up since it was promised: it is
 * for so many payments and no more. Under a shopper's promotion code there may be a coupon of the merchant's.
 */
export function withdrawSpent(
  account: Account,
  session: SessionRecord,
  now: number,
): SessionRecord {
  let current = session;
  while (isPromiseBroken(account, current)) {
    const discount =
      current.promotion_code === null ? { coupon_id: null } : { promotion_code: null };
    current = putDiscount(account, current, discount, now);
  }
  return current;
}

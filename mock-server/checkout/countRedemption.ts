import { announce } from '../resources/announce.ts';
import { coupons } from '../resources/coupons.ts';
import type { Account } from '../store/createAccount.ts';
import { appliedCoupon } from './findCoupon.ts';
import type { SessionRecord } from './SessionRecord.ts';

/** Counts the use of a session's coupon, and of the promotion code that stood for it. */
export function countRedemption(account: Account, session: SessionRecord, now: number): void {
  const { coupons: collection, promotionCodes } = account.records;
  const before = appliedCoupon(account, session);
  if (!before) return;
  const times_redeemed = before.times_redeemed + 1;
  const record = collection.put({ ...before, times_redeemed, updated_at: now });
  announce(account, 'coupon.updated', coupons, { record, before, now });
  const code = session.promotion_code && promotionCodes.byKey(session.promotion_code.toUpperCase());
  if (code) {
    promotionCodes.put({ ...code, times_redeemed: code.times_redeemed + 1, updated_at: now });
  }
}

import { announce } from '../../resources/announce.ts';
import { coupons } from '../../resources/coupons.ts';
import type { Account } from '../../store/createAccount.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';
import { appliedCoupon } from './findCoupon.ts';

/** Counts the use of a coupon, and of the promotion code that stood for it. */
export function countCoupon(account: Account, id: string, code: string | null, now: number): void {
  const { coupons: collection, promotionCodes } = account.records;
  const before = collection.get(id);
  if (!before) return;
  const times_redeemed = before.times_redeemed + 1;
  const record = collection.put({ ...before, times_redeemed, updated_at: now });
  announce(account, 'coupon.updated', coupons, { record, before, now });
  const used = code === null ? undefined : promotionCodes.byKey(code.toUpperCase());
  if (!used) return;
  promotionCodes.put({ ...used, times_redeemed: used.times_redeemed + 1, updated_at: now });
}

/** The same for the coupon of a session, where it gave something. */
export function countRedemption(account: Account, session: SessionRecord, now: number): void {
  const coupon = appliedCoupon(account, session);
  if (coupon) countCoupon(account, coupon.id, session.promotion_code, now);
}

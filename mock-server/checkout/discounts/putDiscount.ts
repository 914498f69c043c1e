import { currentCoupon } from '../../billing/discounts/currentCoupon.ts';
import type { PricedOrder } from '../../domain/pricing/priceLineItems.ts';
import { priceOrder } from '../../domain/pricing/priceOrder.ts';
import type { Account } from '../../store/createAccount.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';

/** Of a shopper who tries one code after the other. */
const mostRemembered = 20;

/** Every order that the session may come to be about, with the discount it has now. */
function withDiscount(account: Account, session: SessionRecord): SessionRecord {
  const coupon = currentCoupon(account, session);
  const priced = (order: PricedOrder) => priceOrder(order.line_items, coupon);
  return {
    ...session,
    ...priced(session),
    first_order: session.first_order && priced(session.first_order),
    cascade_tiers: session.cascade_tiers?.map((tier) => ({ ...tier, ...priced(tier) })) ?? null,
  };
}

/** Gives a session another discount, or none, and computes what it costs then. */
export function putDiscount(
  account: Account,
  session: SessionRecord,
  discount: Partial<Pick<SessionRecord, 'coupon_id' | 'promotion_code'>>,
  now: number,
): SessionRecord {
  const changed = { ...session, ...discount };
  const code = changed.promotion_code;
  const changes =
    code === session.promotion_code
      ? session.promotion_changes
      : [...session.promotion_changes, { at: now, code }].slice(-mostRemembered);
  const priced = withDiscount(account, { ...changed, promotion_changes: changes });
  return account.records.sessions.put({ ...priced, updated_at: now });
}

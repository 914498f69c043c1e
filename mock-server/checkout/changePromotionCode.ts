import { currentCoupon, findPromotionCode } from '../billing/findCoupon.ts';
import type { PricedOrder } from '../domain/priceLineItems.ts';
import { priceOrder } from '../domain/priceOrder.ts';
import { Problem } from '../domain/Problem.ts';
import type { Account } from '../store/createAccount.ts';
import type { SessionRecord } from '../store/records/SessionRecord.ts';
import { sessionStateProblem } from './changeSessionState.ts';

const sentences = {
  invalid: 'This promotion code is not valid.',
  expired: 'This promotion code has expired.',
  exhausted: 'This promotion code has been used up.',
  not_applicable: 'This promotion code does not apply to this order.',
} as const;

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

/** Puts a promotion code on an open session in place of any discount there, or takes it off again (`undefined`). */
export function changePromotionCode(
  account: Account,
  session: SessionRecord,
  code: string | undefined,
  now: number,
): SessionRecord {
  if (session.state !== 'open') throw sessionStateProblem(session.state, 410);
  const found = code === undefined ? undefined : findPromotionCode(account, code, session, now);
  if (typeof found === 'string') {
    throw new Problem(422, 'promotion_code_rejected', sentences[found], {
      members: { reason: found },
    });
  }
  const promotion_code = found?.code ?? null;
  if (promotion_code === null && session.promotion_code === null) return session;
  const changes = [...session.promotion_changes, { at: now, code: promotion_code }];
  const promotion_changes = changes.slice(-mostRemembered);
  const changed = { ...session, promotion_code, promotion_changes };
  return account.records.sessions.put({ ...withDiscount(account, changed), updated_at: now });
}

import { priceLineItems } from '../domain/priceLineItems.ts';
import { Problem } from '../domain/Problem.ts';
import type { Account } from '../store/createAccount.ts';
import { currentCoupon, findPromotionCode } from './findCoupon.ts';
import type { SessionRecord } from './SessionRecord.ts';
import { sessionStateProblem } from './changeSessionState.ts';

const sentences = {
  invalid: 'This promotion code is not valid.',
  expired: 'This promotion code has expired.',
  exhausted: 'This promotion code has been used up.',
  not_applicable: 'This promotion code does not apply to this order.',
} as const;

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
  const changed = { ...session, promotion_code: found?.code ?? null };
  return account.records.sessions.put({
    ...changed,
    ...priceLineItems(session.line_items, currentCoupon(account, changed)),
    updated_at: now,
  });
}

import { findPromotionCode } from '../../billing/discounts/findCoupon.ts';
import { Problem } from '../../domain/requests/Problem.ts';
import type { Account } from '../../store/createAccount.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';
import { sessionStateProblem } from '../changeSessionState.ts';
import { putDiscount } from './putDiscount.ts';

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
  if (session.state !== 'open') throw sessionStateProblem(session.state, 'page');
  const found = code === undefined ? undefined : findPromotionCode(account, code, session, now);
  if (typeof found === 'string') {
    throw new Problem(422, 'promotion_code_rejected', sentences[found], {
      members: { reason: found },
    });
  }
  const promotion_code = found?.code ?? null;
  if (promotion_code === null && session.promotion_code === null) return session;
  return putDiscount(account, session, { promotion_code }, now);
}

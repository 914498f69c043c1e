import type { Payment } from '../../schemas/payment.ts';
import type { Account } from '../../store/createAccount.ts';
import type { PaymentRecord } from '../../store/records/PaymentRecord.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';
import { nextAction, toPublicSession } from './toPublicSession.ts';

const statuses = {
  succeeded: 'completed',
  failed: 'declined',
  requires_action: 'requires_action',
  processing: 'processing',
  canceled: 'declined',
} as const;

/** An attempt as the hosted page sees it, with the session as it is now. No attempt: nothing had to be paid. */
export function toPayment(
  account: Account,
  sessionId: string,
  payment: PaymentRecord | undefined,
  origin: string,
  now: number,
): Payment {
  const session = account.records.sessions.get(sessionId) as SessionRecord;
  const asked = payment?.asked_tier !== null && payment?.asked_tier !== undefined;
  const action = payment && nextAction(payment, origin);
  return {
    payment_intent_id: payment?.id ?? null,
    status: asked ? 'requires_confirmation' : payment ? statuses[payment.status] : 'completed',
    ...(payment?.decline_code && { decline_code: payment.decline_code }),
    ...(action && { next_action: action }),
    session: toPublicSession(account, session, origin, now),
  };
}

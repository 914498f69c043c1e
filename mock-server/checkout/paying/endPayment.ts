import { putPayment } from '../../billing/payments/putPayment.ts';
import type { Account } from '../../store/createAccount.ts';
import type { PaymentAttempt, PaymentRecord } from '../../store/records/PaymentRecord.ts';
import { atTier } from './atTier.ts';
import { changeSessionState } from '../changeSessionState.ts';
import { completeSession } from './completeSession.ts';

export type PaymentEnd =
  | { readonly kind: 'succeed' }
  | { readonly kind: 'decline'; readonly code: string }
  /** The shopper has to agree to this tier first. */
  | { readonly kind: 'ask'; readonly tier: number }
  | { readonly kind: 'cancel' };

/** The attempts, with what became of the one that was waited for. */
function settled(
  { attempts }: PaymentRecord,
  outcome: PaymentAttempt['outcome'],
  code: string | null,
): readonly PaymentAttempt[] {
  return attempts.map((attempt) =>
    attempt.outcome === 'requires_action' || attempt.outcome === 'processing'
      ? { ...attempt, outcome, decline_code: code }
      : attempt,
  );
}

function declineCode(payment: PaymentRecord, end: Exclude<PaymentEnd, { kind: 'succeed' }>) {
  if (end.kind === 'cancel') return 'authentication_abandoned';
  return end.kind === 'decline' ? end.code : (payment.attempts.at(-1)?.decline_code ?? null);
}

/** Ends an attempt that is under way, and with it what its session waits for. */
export function endPayment(
  account: Account,
  payment: PaymentRecord,
  end: PaymentEnd,
  now: number,
): PaymentRecord {
  const { payments, sessions } = account.records;
  const session = sessions.get(payment.session_id ?? '');
  if (!session) throw new Error('A payment without a session.');
  if (end.kind === 'succeed') {
    const attempts = settled(payment, 'succeeded', null);
    const succeeded = { ...payment, attempts, status: 'succeeded' as const, updated_at: now };
    completeSession(account, session, payment, succeeded, now);
    return payments.get(payment.id) ?? succeeded;
  }
  // Who could see that a failing card leads to a cheaper price would use a failing card.
  const tier = end.kind === 'ask' ? end.tier : payment.from_tier;
  changeSessionState(account, session, 'give_back', now, atTier(session, tier));
  const code = declineCode(payment, end);
  const ended = {
    ...payment,
    status: end.kind === 'cancel' ? 'canceled' : 'failed',
    decline_code: code,
    attempts: settled(payment, end.kind === 'cancel' ? 'canceled' : 'declined', code),
    asked_tier: end.kind === 'ask' ? end.tier : null,
    updated_at: now,
  } as const;
  return putPayment(account, ended, now);
}

import type { Account } from '../store/createAccount.ts';
import { changeSessionState } from './changeSessionState.ts';
import { completeSession } from './completeSession.ts';
import type { PaymentRecord } from './PaymentRecord.ts';

export type PaymentEnd =
  | { readonly kind: 'succeed' }
  | { readonly kind: 'decline'; readonly code: string }
  | { readonly kind: 'cancel' };

/** Ends an attempt that is under way, and with it what its session waits for. */
export function endPayment(
  account: Account,
  payment: PaymentRecord,
  end: PaymentEnd,
  now: number,
): PaymentRecord {
  const { payments, sessions } = account.records;
  const session = sessions.get(payment.session_id);
  if (!session) throw new Error('A payment without a session.');
  if (end.kind === 'succeed') {
    completeSession(account, session, payment, payment, now);
    return payments.put({ ...payment, status: 'succeeded', updated_at: now });
  }
  changeSessionState(account, session, 'give_back', now);
  return payments.put({
    ...payment,
    status: end.kind === 'cancel' ? 'canceled' : 'failed',
    decline_code: end.kind === 'cancel' ? 'authentication_abandoned' : end.code,
    updated_at: now,
  });
}

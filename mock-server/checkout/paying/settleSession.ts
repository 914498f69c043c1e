import { Problem } from '../../domain/requests/Problem.ts';
import type { CardOutcome } from '../../domain/cards/testCards.ts';
import type { Account } from '../../store/createAccount.ts';
import type { PaymentRecord } from '../../store/records/PaymentRecord.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';
import { changeSessionState, sessionStateProblem } from '../changeSessionState.ts';
import { endPayment } from './endPayment.ts';
import { needsCard, paySession } from './paySession.ts';
import { withdrawSpent } from '../discounts/withdrawSpent.ts';

/** How a session is to go on, without anybody at its page. */
export type Outcome =
  | { readonly outcome: 'complete' | 'expire' | 'challenge' | 'processing' }
  | { readonly outcome: 'decline'; readonly decline_code: string };

/** The number does not matter: what is to come of it is given. */
const card = { type: 'card', number: '4242424242424242', exp_month: 12, cvc: '123' } as const;

function verdictOf(asked: Outcome): CardOutcome {
  if (asked.outcome === 'decline') return { kind: 'declines', code: asked.decline_code };
  if (asked.outcome === 'processing') return { kind: 'takes_a_while', seconds: 60 };
  return { kind: asked.outcome === 'challenge' ? 'asks_for_challenge' : 'succeeds' };
}

/** Presses Pay in place of the shopper. */
function pay(
  account: Account,
  session: SessionRecord,
  asked: Outcome,
  now: number,
): PaymentRecord | undefined {
  const free = !needsCard(session);
  if (free && asked.outcome !== 'complete') {
    const detail = 'Nothing is to be paid in this checkout session, so no card is asked for.';
    throw new Problem(409, 'nothing_to_pay', detail);
  }
  const known = session.customer_id !== null || session.customer_email !== null;
  const body = {
    ...(!free && { payment_method: { ...card, exp_year: new Date(now).getUTCFullYear() + 3 } }),
    ...(!known && { email: 'shopper@example.com' }),
    expected_amount_atom: session.amount_total_atom,
    save_payment_method: false,
  };
  return paySession(account, session, body, now, verdictOf(asked));
}

/** Ends the payment that is under way. */
function end(account: Account, session: SessionRecord, asked: Outcome, now: number): PaymentRecord {
  const payment = account.records.payments.get(session.payment_ids.at(-1) ?? '');
  if (!payment || asked.outcome === 'expire') throw sessionStateProblem('processing');
  if (asked.outcome === 'complete') return endPayment(account, payment, { kind: 'succeed' }, now);
  if (asked.outcome === 'decline') {
    return endPayment(account, payment, { kind: 'decline', code: asked.decline_code }, now);
  }
  const waiting = asked.outcome === 'challenge' ? 'requires_action' : 'processing';
  if (payment.status === waiting) return payment;
  throw sessionStateProblem('processing');
}

/**
 * Lets a session go the way that was asked for, with everything that follows, as if a shopper had been there. Returns
 * the payment that was made or ended, where there was one. What has come already stays as it is.
 */
export function settleSession(
  account: Account,
  session: SessionRecord,
  asked: Outcome,
  now: number,
): PaymentRecord | undefined {
  const { state } = session;
  if (state === 'completed' && asked.outcome === 'complete') return undefined;
  if (state === 'expired' && asked.outcome === 'expire') return undefined;
  if (state === 'processing') return end(account, session, asked, now);
  if (state !== 'open') throw sessionStateProblem(state);
  if (asked.outcome !== 'expire') {
    return pay(account, withdrawSpent(account, session, now), asked, now);
  }
  changeSessionState(account, session, 'expire', now);
  return undefined;
}

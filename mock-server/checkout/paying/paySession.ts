import { holdRedemption } from '../../billing/discounts/holdRedemption.ts';
import { putPayment } from '../../billing/payments/putPayment.ts';
import { orderNeedsCard } from '../../domain/cards/orderNeedsCard.ts';
import { Problem, type FieldError } from '../../domain/requests/Problem.ts';
import { readCard } from '../../domain/cards/readCard.ts';
import type { CardOutcome, TestCard } from '../../domain/cards/testCards.ts';
import type { Card, PaymentBody } from '../../schemas/payment.ts';
import type { Account } from '../../store/createAccount.ts';
import type { PaymentRecord } from '../../store/records/PaymentRecord.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';
import { changeSessionState, sessionStateProblem } from '../changeSessionState.ts';
import { completeSession } from './completeSession.ts';
import { tryTiers } from './tryTiers.ts';

const wrong = (field: readonly string[], msg: string, type: string): FieldError => ({
  loc: ['body', ...field],
  msg,
  type,
});

/** `setup` needs a card whatever it costs. */
export function needsCard(session: SessionRecord): boolean {
  return session.mode === 'setup' || orderNeedsCard(session);
}

function checkPayer(session: SessionRecord, body: PaymentBody): string | null {
  const email = body.email ?? session.customer_email;
  if (email === null && session.customer_id === null) {
    throw Problem.invalid([wrong(['email'], 'Give the e-mail address', 'missing')]);
  }
  return email;
}

function checkCard(session: SessionRecord, body: PaymentBody, now: number) {
  const card = body.payment_method;
  const needed = needsCard(session);
  if (needed !== (card !== undefined)) {
    const msg = needed ? 'Give a card' : 'Nothing is to be paid: leave the card out';
    throw Problem.invalid([wrong(['payment_method'], msg, needed ? 'missing' : 'not_allowed')]);
  }
  if (!card) return undefined;
  const found = readCard(card, now);
  if (!('code' in found)) return { card, known: found };
  const errors = [wrong(['payment_method', found.field], found.msg, found.code)];
  throw Problem.invalid(errors, found.code);
}

function recordAttempt(
  account: Account,
  session: SessionRecord,
  attempt: { card: Card; known: TestCard; email: string | null; save: boolean },
  now: number,
): PaymentRecord {
  const { card, known, email, save } = attempt;
  const payment: PaymentRecord = {
    id: account.random.id('pi'),
    session_id: session.id,
    status: 'processing',
    amount_atom: session.amount_total_atom,
    currency: session.currency,
    card: {
      brand: known.brand,
      last4: known.number.slice(-4),
      exp_month: card.exp_month,
      exp_year: card.exp_year,
    },
    email,
    name: card.name || null,
    save_payment_method: save,
    decline_code: null,
    attempts: [],
    from_tier: session.current_tier,
    asked_tier: null,
    customer_id: session.customer_id,
    payment_method_id: null,
    invoice_id: null,
    challenge_id: null,
    created_at: now,
    updated_at: now,
  };
  changeSessionState(account, session, 'start_payment', now, {
    payment_ids: [...session.payment_ids, payment.id],
  });
  holdRedemption(account, session);
  return putPayment(account, payment, now);
}

/**
 * Pays an open session, in one decision. The answer is the attempt as it stands then; none when nothing was to be
 * paid. What is wrong with the request itself is thrown and leaves no trace. `verdict` stands in for what the card does.
 */
export function paySession(
  account: Account,
  session: SessionRecord,
  body: PaymentBody,
  now: number,
  verdict?: CardOutcome,
): PaymentRecord | undefined {
  if (session.state !== 'open') throw sessionStateProblem(session.state, 'payment');
  const email = checkPayer(session, body);
  const chosen = checkCard(session, body, now);
  if (!chosen) {
    completeSession(account, session, { email, name: null }, undefined, now);
    return undefined;
  }
  const save = body.save_payment_method;
  const payment = recordAttempt(account, session, { ...chosen, email, save }, now);
  const paying = account.records.sessions.get(session.id) ?? session;
  return tryTiers(account, paying, payment, verdict ?? chosen.known.outcome, now);
}

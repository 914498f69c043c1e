import { cardVerdict } from '../../domain/cards/cardVerdict.ts';
import { testCards, type CardOutcome } from '../../domain/cards/testCards.ts';
import type { Account } from '../../store/createAccount.ts';
import type { PaymentMethod, Processor } from '../../store/records/AccountRecords.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import type { PaymentAttempt, PaymentRecord } from '../../store/records/PaymentRecord.ts';
import { putPayment } from './putPayment.ts';

/** What the card does. Its number is not kept, so its brand and last four digits stand for it. */
function outcomeOf({ brand, last4, ...expiry }: PaymentMethod, now: number): CardOutcome {
  // A card is good until the end of its month.
  if (Date.UTC(expiry.exp_year, expiry.exp_month) <= now) {
    return { kind: 'declines', code: 'expired_card' };
  }
  const known = testCards.find((card) => card.brand === brand && card.number.endsWith(last4));
  return known?.outcome ?? { kind: 'succeeds' };
}

/** Asks one processor after the other. Nobody is there to answer a bank. */
function ask(
  processors: readonly Processor[],
  method: PaymentMethod,
  amount: number,
  now: number,
): PaymentAttempt[] {
  const attempts: PaymentAttempt[] = [];
  for (const [place, { id }] of processors.entries()) {
    const question = { amount, failures: 1, threeDSecure: 'off', place } as const;
    const verdict = cardVerdict(outcomeOf(method, now), question);
    const code = verdict.kind === 'decline' ? verdict.code : null;
    const outcome = code === null ? 'succeeded' : 'declined';
    attempts.push({ tier: 0, processor_id: id, outcome, decline_code: code, at: now });
    if (code === null) break;
  }
  return attempts;
}

function freshPayment(
  account: Account,
  method: PaymentMethod,
  invoice: InvoiceRecord,
  now: number,
): PaymentRecord {
  const { brand, last4, exp_month, exp_year } = method;
  return {
    id: account.random.id('pi'),
    session_id: null,
    status: 'processing',
    amount_atom: invoice.amount_total_atom,
    currency: invoice.currency,
    card: { brand, last4, exp_month, exp_year },
    email: null,
    name: null,
    save_payment_method: false,
    decline_code: null,
    attempts: [],
    from_tier: 0,
    asked_tier: null,
    customer_id: invoice.customer_id,
    payment_method_id: method.id,
    invoice_id: null,
    challenge_id: null,
    created_at: now,
    updated_at: now,
  };
}

/** Charges a card for an invoice. The payment says how it went. */
export function chargeInvoice(
  account: Account,
  invoice: InvoiceRecord,
  by: { readonly method: PaymentMethod; readonly processors: readonly Processor[] },
  now: number,
): PaymentRecord {
  const base = freshPayment(account, by.method, invoice, now);
  putPayment(account, base, now);
  const attempts = ask(by.processors, by.method, base.amount_atom, now);
  const last = attempts.at(-1);
  if (last?.outcome === 'succeeded') {
    const paid = { ...base, attempts, status: 'succeeded', invoice_id: invoice.id } as const;
    return putPayment(account, paid, now);
  }
  const decline_code = last?.decline_code ?? 'no_processor_available';
  return putPayment(account, { ...base, attempts, status: 'failed', decline_code }, now);
}

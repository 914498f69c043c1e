import { appliedCoupon } from '../../billing/discounts/findCoupon.ts';
import { isoTime } from '../../domain/time/isoTime.ts';
import { fillReturnUrl } from '../../domain/addresses/returnUrls.ts';
import type { PublicSession } from '../../schemas/publicSession.ts';
import type { Account } from '../../store/createAccount.ts';
import type { PaymentRecord } from '../../store/records/PaymentRecord.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';

export interface NextAction {
  type: 'three_d_secure';
  url: string;
}

/** What the shopper has to do before the attempt can go on. */
export function nextAction(payment: PaymentRecord, origin: string): NextAction | null {
  if (payment.status !== 'requires_action' || payment.challenge_id === null) return null;
  return { type: 'three_d_secure', url: `${origin}/checkout/challenge/${payment.challenge_id}` };
}

/** The attempt that is under way, or the one that completed the session. Attempts that failed are of no interest here. */
function paymentView(
  account: Account,
  session: SessionRecord,
  origin: string,
): PublicSession['payment'] {
  const last = session.payment_ids.at(-1);
  const payment = last === undefined ? undefined : account.records.payments.get(last);
  if (!payment || payment.status === 'failed' || payment.status === 'canceled') return null;
  const status = payment.status === 'succeeded' ? 'completed' : payment.status;
  return { id: payment.id, status, next_action: nextAction(payment, origin) };
}

function discountView(account: Account, session: SessionRecord): PublicSession['discount'] {
  const coupon = appliedCoupon(account, session);
  return coupon
    ? {
        promotion_code: session.promotion_code,
        percent_off: coupon.percent_off,
        amount_off_atom: coupon.amount_off_atom,
        trial_days_off: coupon.trial_days_off,
      }
    : null;
}

/** Who pays, to fill the form in. Once there is no form it is nobody's business: people share links. */
function customerView(account: Account, session: SessionRecord): PublicSession['customer'] {
  if (session.state === 'completed' || session.state === 'expired') return null;
  const customer =
    session.customer_id === null ? undefined : account.records.customers.get(session.customer_id);
  if (customer) return { email: customer.email, name: customer.name };
  return session.customer_email === null ? null : { email: session.customer_email, name: null };
}

/** The session as a browser sees it that holds its token. `origin` is the hosted page's. */
export function toPublicSession(
  account: Account,
  session: SessionRecord,
  origin: string,
  now: number,
): PublicSession {
  return {
    id: session.id,
    state: session.state,
    mode: session.mode,
    test_mode: true,
    merchant: account.merchant,
    customer: customerView(account, session),
    line_items: [...session.line_items],
    currency: session.currency,
    amount_subtotal_atom: session.amount_subtotal_atom,
    amount_discount_atom: session.amount_discount_atom,
    amount_total_atom: session.amount_total_atom,
    discount: discountView(account, session),
    price_changed: session.current_tier > 0,
    expires_at: isoTime(session.expires_at),
    server_time: isoTime(now),
    success_url: fillReturnUrl(session.success_url, session.id),
    return_url: fillReturnUrl(session.return_url, session.id),
    payment_methods: ['card'],
    payment: paymentView(account, session, origin),
  };
}

import type { Account } from '../store/createAccount.ts';
import { changeSessionState } from './changeSessionState.ts';
import { currentCoupon } from './findCoupon.ts';
import type { PaymentRecord } from './PaymentRecord.ts';
import type { SessionRecord } from './SessionRecord.ts';

interface Payer {
  readonly email: string | null;
  readonly name: string | null;
}

function countRedemption(account: Account, session: SessionRecord, now: number): void {
  const { coupons, promotionCodes } = account.records;
  const used = currentCoupon(account, session);
  const coupon = used && coupons.get(used.id);
  if (coupon) {
    coupons.put({ ...coupon, times_redeemed: coupon.times_redeemed + 1, updated_at: now });
  }
  const code = session.promotion_code && promotionCodes.byKey(session.promotion_code.toUpperCase());
  if (code) {
    promotionCodes.put({ ...code, times_redeemed: code.times_redeemed + 1, updated_at: now });
  }
}

/** The session's customer, made from the e-mail when there was none. */
function customerOf(
  account: Account,
  session: SessionRecord,
  payer: Payer,
  now: number,
): string | null {
  if (session.customer_id !== null || payer.email === null) return session.customer_id;
  return account.records.customers.put({
    id: account.random.id('cus'),
    email: payer.email,
    name: payer.name,
    custom_fields: {},
    created_at: now,
    updated_at: now,
  }).id;
}

/** Ends a session well, with everything that follows. `payment` is the attempt that paid it; none for a zero total and out of band. */
export function completeSession(
  account: Account,
  session: SessionRecord,
  payer: Payer,
  payment: PaymentRecord | undefined,
  now: number,
): SessionRecord {
  const customerId = customerOf(account, session, payer, now);
  const saves = payment?.save_payment_method === true || session.mode === 'setup';
  const method =
    payment &&
    account.records.paymentMethods.put({
      id: account.random.id('pm'),
      ...payment.card,
      customer_id: saves ? customerId : null,
      created_at: now,
      updated_at: now,
    });
  countRedemption(account, session, now);
  return changeSessionState(account, session, payment ? 'succeed' : 'complete', now, {
    customer_id: customerId,
    payment_intent_id: payment && session.mode === 'payment' ? payment.id : null,
    payment_method_id: method?.id ?? null,
    completed_at: now,
  });
}

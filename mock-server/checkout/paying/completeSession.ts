import { countRedemption } from '../../billing/discounts/countRedemption.ts';
import { payInvoice } from '../../billing/invoices/payInvoice.ts';
import { createInvoice } from '../../billing/invoices/createInvoice.ts';
import { putPayment } from '../../billing/payments/putPayment.ts';
import { announce } from '../../resources/announce.ts';
import { customers } from '../../resources/customers.ts';
import type { Account } from '../../store/createAccount.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import type { PaymentRecord } from '../../store/records/PaymentRecord.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { changeSessionState } from '../changeSessionState.ts';
import { createSubscriptions } from './createSubscriptions.ts';

interface Payer {
  readonly email: string | null;
  readonly name: string | null;
  /** Paid, but not here. */
  readonly out_of_band?: boolean;
}

/** The session's customer, made from the e-mail when there was none. */
function customerOf(
  account: Account,
  session: SessionRecord,
  payer: Payer,
  now: number,
): string | null {
  if (session.customer_id !== null || payer.email === null) return session.customer_id;
  const record = account.records.customers.put({
    id: account.random.id('cus'),
    email: payer.email,
    name: payer.name,
    custom_fields: {},
    created_at: now,
    updated_at: now,
  });
  announce(account, 'customer.created', customers, { record, now });
  return record.id;
}

/** What the card leaves behind. It belongs to the customer only when it was to be saved. */
function methodOf(
  account: Account,
  session: SessionRecord,
  payment: PaymentRecord | undefined,
  customerId: string | null,
  now: number,
): string | null {
  if (!payment) return null;
  const saves = payment.save_payment_method || session.mode === 'setup';
  return account.records.paymentMethods.put({
    id: account.random.id('pm'),
    ...payment.card,
    customer_id: saves ? customerId : null,
    created_at: now,
    updated_at: now,
  }).id;
}

/** The invoice of what was bought; none when nothing was. */
function invoiceOf(
  account: Account,
  session: SessionRecord,
  made: {
    readonly id: string;
    readonly customerId: string | null;
    readonly subscriptions: readonly SubscriptionRecord[];
  },
  by: Pick<InvoiceRecord, 'payment_intent_id' | 'out_of_band'>,
  now: number,
): InvoiceRecord | undefined {
  if (session.currency === null) return undefined;
  const terms = {
    id: made.id,
    line_items: session.line_items,
    currency: session.currency,
    amount_subtotal_atom: session.amount_subtotal_atom,
    amount_discount_atom: session.amount_discount_atom,
    amount_total_atom: session.amount_total_atom,
    checkout_session_id: session.id,
    customer_id: made.customerId,
    subscription_ids: made.subscriptions.map(({ id }) => id),
    billing_reason: made.subscriptions.length > 0 ? ('subscription_create' as const) : null,
  };
  return payInvoice(account, createInvoice(account, terms, now), by, now);
}

/**
 * Ends a session well, with everything that follows. `payment` is the attempt that paid it; none for a zero total and
 * out of band.
 */
export function completeSession(
  account: Account,
  session: SessionRecord,
  payer: Payer,
  payment: PaymentRecord | undefined,
  now: number,
): SessionRecord {
  const customerId = customerOf(account, session, payer, now);
  const methodId = methodOf(account, session, payment, customerId, now);
  const owner = { customer_id: customerId, payment_method_id: methodId };
  // Who hears of a subscription hears at once which invoice it was paid by.
  const id = account.random.id('in');
  const subscriptions = createSubscriptions(account, session, owner, id, now);
  const paymentId = payment && session.mode === 'payment' ? payment.id : null;
  const by = { payment_intent_id: paymentId, out_of_band: payer.out_of_band ?? false };
  const invoice = invoiceOf(account, session, { id, customerId, subscriptions }, by, now);
  countRedemption(account, session, now);
  if (payment) putPayment(account, { ...payment, ...owner, invoice_id: invoice?.id ?? null }, now);
  return changeSessionState(account, session, payment ? 'succeed' : 'complete', now, {
    customer_id: customerId,
    payment_intent_id: paymentId,
    payment_method_id: methodId,
    invoice_id: invoice?.id ?? null,
    subscription_ids: subscriptions.map(({ id }) => id),
    completed_at: now,
  });
}

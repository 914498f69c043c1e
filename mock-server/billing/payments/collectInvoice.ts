import { dunningDelay } from '../../domain/time/dunningDelay.ts';
import { isHardDecline } from '../../domain/cards/isHardDecline.ts';
import type { Account } from '../../store/createAccount.ts';
import type { PaymentMethod } from '../../store/records/AccountRecords.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import type { PaymentRecord } from '../../store/records/PaymentRecord.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { cancelSubscription } from '../subscriptions/cancelSubscription.ts';
import { changeSubscription } from '../subscriptions/changeSubscription.ts';
import { chargeInvoice } from './chargeInvoice.ts';
import { payInvoice } from '../invoices/payInvoice.ts';
import { changeInvoice } from '../invoices/changeInvoice.ts';
import { closeInvoice } from '../invoices/closeInvoice.ts';
import { subscriptionProcessors } from './subscriptionProcessors.ts';

/** Bills that belong to no subscription are tried again as if they came every month. */
const monthly = { billing_interval: 'month', billing_interval_count: 1 } as const;

export interface Collected {
  readonly invoice: InvoiceRecord;
  /** The last card that was charged; none where there is no card, or nothing to pay. */
  readonly payment: PaymentRecord | undefined;
}

/** The subscription that an invoice is for, where it is for one alone. */
function subscriptionOf(account: Account, invoice: InvoiceRecord): SubscriptionRecord | undefined {
  return account.records.subscriptions.get(invoice.subscription_ids[0] ?? '');
}

/** The cards of a customer, the one last saved first. */
function cardsOf({ records }: Account, customerId: string | null): PaymentMethod[] {
  if (customerId === null) return [];
  const cards = [...records.paymentMethods.values()];
  return cards.filter(({ customer_id: owner }) => owner === customerId).reverse();
}

/** Which cards may be charged, in order: the one that was chosen, then what the customer has saved. */
function* methodsFor(account: Account, invoice: InvoiceRecord, chosen?: string | null) {
  const first = account.records.paymentMethods.get(chosen ?? '');
  if (first) yield first;
  for (const card of cardsOf(account, invoice.customer_id)) if (card.id !== first?.id) yield card;
}

/** Charges one card, and another one only where the first will never be good again. */
export function takeMoney(
  account: Account,
  invoice: InvoiceRecord,
  now: number,
  chosen?: string,
): Collected {
  if (invoice.amount_total_atom === 0) {
    const free = { payment_intent_id: null, out_of_band: false };
    return { invoice: payInvoice(account, invoice, free, now), payment: undefined };
  }
  const subscription = subscriptionOf(account, invoice);
  const wanted = chosen ?? subscription?.default_payment_method_id;
  const processors = subscriptionProcessors(account, invoice.currency, subscription);
  let payment: PaymentRecord | undefined;
  for (const method of methodsFor(account, invoice, wanted)) {
    payment = chargeInvoice(account, invoice, { method, processors }, now);
    if (payment.status === 'succeeded') {
      if (subscription && !chosen) {
        changeSubscription(account, subscription, { default_payment_method_id: method.id }, now);
      }
      const by = { payment_intent_id: payment.id, out_of_band: false };
      return { invoice: payInvoice(account, invoice, by, now), payment };
    }
    if (chosen !== undefined || !isHardDecline(payment.decline_code)) break;
  }
  return { invoice, payment };
}

/** Nobody tries any longer: what was sold on credit ends. */
function giveUp(account: Account, invoice: InvoiceRecord, now: number): InvoiceRecord {
  const subscription = subscriptionOf(account, invoice);
  if (subscription) cancelSubscription(account, subscription, 'none', now);
  return closeInvoice(account, invoice, 'uncollectible', now);
}

/** Notes a failure, and when to try again. */
function tryLater(account: Account, invoice: InvoiceRecord, now: number): InvoiceRecord {
  const attempts = invoice.attempt_count + 1;
  const delay = dunningDelay(attempts, subscriptionOf(account, invoice) ?? monthly);
  const next = delay === undefined ? null : now + delay;
  const failed = { attempt_count: attempts, next_attempt_at: next };
  const noted = changeInvoice(account, invoice, failed, 'invoice.updated', now);
  if (next === null) return giveUp(account, noted, now);
  account.due.add({ at: next, kind: 'invoice.retry', id: invoice.id });
  const subscription = subscriptionOf(account, invoice);
  if (subscription && !subscription.overdue_invoice_ids.includes(invoice.id)) {
    const overdue = [...subscription.overdue_invoice_ids, invoice.id];
    changeSubscription(account, subscription, { overdue_invoice_ids: overdue }, now);
  }
  return noted;
}

/** Takes the money of an open invoice by itself; what is declined is tried again, and given up in the end. */
export function collectInvoice(account: Account, invoice: InvoiceRecord, now: number): Collected {
  const collected = takeMoney(account, invoice, now);
  if (collected.invoice.status === 'paid') return collected;
  return { ...collected, invoice: tryLater(account, invoice, now) };
}

/** It is time to try again, unless somebody has paid, or ended it, meanwhile. */
export function retryInvoice(account: Account, id: string, now: number): void {
  const invoice = account.records.invoices.get(id);
  if (invoice?.status !== 'open' || invoice.next_attempt_at !== now) return;
  collectInvoice(account, invoice, now);
}

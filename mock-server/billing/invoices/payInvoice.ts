import type { EventType } from '../../domain/webhooks/eventTypes.ts';
import type { PricedOrder } from '../../domain/pricing/priceLineItems.ts';
import { announce } from '../../resources/announce.ts';
import { invoices } from '../../resources/invoices.ts';
import { newInvoice } from '../../resources/newInvoice.ts';
import type { Account } from '../../store/createAccount.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import { returnCredit } from '../plan/returnCredit.ts';
import { takeCredit } from '../plan/takeCredit.ts';
import { releaseSubscriptions } from '../subscriptions/releaseSubscriptions.ts';

/** Who owes what, and for what. */
export type InvoiceTerms = Omit<PricedOrder, 'currency' | 'line_items'> &
  Pick<
    InvoiceRecord,
    | 'line_items'
    | 'currency'
    | 'checkout_session_id'
    | 'customer_id'
    | 'subscription_ids'
    | 'billing_reason'
  > &
  Partial<InvoiceRecord>;

/** Writes an invoice that is still to be paid. */
export function createInvoice(account: Account, terms: InvoiceTerms, now: number): InvoiceRecord {
  const record = account.records.invoices.put({
    ...newInvoice(account),
    status: 'open',
    issued_at: now,
    ...terms,
    id: terms.id ?? account.random.id('in'),
    created_at: now,
    updated_at: now,
  });
  announce(account, 'invoice.created', invoices, { record, now });
  return record;
}

/** Keeps an invoice that has changed, and tells of it. */
export function changeInvoice(
  account: Account,
  before: InvoiceRecord,
  changes: Partial<InvoiceRecord>,
  type: EventType,
  now: number,
): InvoiceRecord {
  const record = account.records.invoices.put({ ...before, ...changes, updated_at: now });
  announce(account, type, invoices, { record, before, now });
  return record;
}

/** Notes that an invoice is paid: by a payment, by something outside of PaymentKit, or because nothing was due. */
export function payInvoice(
  account: Account,
  before: InvoiceRecord,
  by: Pick<InvoiceRecord, 'payment_intent_id' | 'out_of_band'>,
  now: number,
): InvoiceRecord {
  const paid = { ...by, status: 'paid', paid_at: now, next_attempt_at: null } as const;
  const invoice = changeInvoice(account, before, paid, 'invoice.paid', now);
  returnCredit(account, invoice, now);
  releaseSubscriptions(account, invoice, now);
  return invoice;
}

/** Ends an invoice that nobody is to pay any longer. */
export function closeInvoice(
  account: Account,
  before: InvoiceRecord,
  status: 'void' | 'uncollectible',
  now: number,
): InvoiceRecord {
  const type = status === 'void' ? 'invoice.voided' : 'invoice.uncollectible';
  const invoice = changeInvoice(account, before, { status, next_attempt_at: null }, type, now);
  takeCredit(account, invoice, now);
  releaseSubscriptions(account, invoice, now);
  return invoice;
}

import type { PricedOrder } from '../domain/priceLineItems.ts';
import { announce } from '../resources/announce.ts';
import { invoices } from '../resources/invoices.ts';
import type { Account } from '../store/createAccount.ts';
import type { InvoiceRecord } from './InvoiceRecord.ts';

/** Who owes what, and for what. */
export type InvoiceTerms = Omit<PricedOrder, 'currency'> &
  Pick<
    InvoiceRecord,
    'currency' | 'checkout_session_id' | 'customer_id' | 'subscription_ids' | 'billing_reason'
  >;

/** Writes an invoice that is still to be paid. */
export function createInvoice(account: Account, terms: InvoiceTerms, now: number): InvoiceRecord {
  const { invoices: collection } = account.records;
  const record = collection.put({
    ...terms,
    id: account.random.id('in'),
    number: `AP-${String(collection.size + 1).padStart(6, '0')}`,
    status: 'open',
    payment_intent_id: null,
    out_of_band: false,
    refunded_amount_atom: 0,
    paid_at: null,
    description: null,
    custom_fields: {},
    created_at: now,
    updated_at: now,
  });
  announce(account, 'invoice.created', invoices, { record, now });
  return record;
}

/** Notes that an invoice is paid: by a payment, by something outside of PaymentKit, or because nothing was due. */
export function payInvoice(
  account: Account,
  before: InvoiceRecord,
  by: Pick<InvoiceRecord, 'payment_intent_id' | 'out_of_band'>,
  now: number,
): InvoiceRecord {
  const paid = { ...before, ...by, status: 'paid' as const, paid_at: now, updated_at: now };
  const record = account.records.invoices.put(paid);
  announce(account, 'invoice.paid', invoices, { record, before, now });
  return record;
}

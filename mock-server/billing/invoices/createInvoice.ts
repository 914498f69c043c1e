import type { PricedOrder } from '../../domain/pricing/priceLineItems.ts';
import { announce } from '../../resources/announce.ts';
import { invoices } from '../../resources/invoices.ts';
import { newInvoice } from '../../resources/newInvoice.ts';
import type { Account } from '../../store/createAccount.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';

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

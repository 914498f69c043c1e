import type { Account } from '../../store/createAccount.ts';
import type { Dated } from '../../store/records/Dated.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import type { RefundRecord } from '../../store/records/RefundRecord.ts';
import { changeInvoice } from '../invoices/changeInvoice.ts';
import { refundedOf } from './refundedOf.ts';

/** A bank takes its time, on the account's clock. */
const settling = 5_000;

export interface RefundTerms extends Pick<RefundRecord, 'reason' | 'refunded_out_of_band'> {
  readonly amount_atom: number;
  /** Which subscription was cancelled, where it goes back for that. */
  readonly subscription_id?: string;
}

/** Takes money off an invoice and says when it will have arrived. The caller has checked the amount, and keeps the refund. */
export function makeRefund(
  account: Account,
  invoice: InvoiceRecord,
  { subscription_id, ...terms }: RefundTerms,
  base: Dated,
): RefundRecord {
  const now = base.created_at;
  const refunded_amount_atom = invoice.refunded_amount_atom + terms.amount_atom;
  const refunded_of = refundedOf(account, invoice, terms.amount_atom, subscription_id);
  const changes = { refunded_amount_atom, refunded_of };
  changeInvoice(account, invoice, changes, 'invoice.updated', now);
  if (!terms.refunded_out_of_band) {
    account.due.add({ at: now + settling, kind: 'refund.settle', id: base.id });
  }
  return {
    ...base,
    ...terms,
    status: terms.refunded_out_of_band ? 'succeeded' : 'pending',
    invoice_id: invoice.id,
    payment_intent_id: invoice.payment_intent_id,
    currency: invoice.currency,
  };
}

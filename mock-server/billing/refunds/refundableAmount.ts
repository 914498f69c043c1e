import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';

/** What of an invoice has not gone back yet. */
export function refundableAmount(invoice: InvoiceRecord): number {
  return invoice.status === 'paid' ? invoice.amount_total_atom - invoice.refunded_amount_atom : 0;
}

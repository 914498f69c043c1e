import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { shareOf } from './shareOf.ts';

/** What of a bill is for a subscription: of a checkout's, and of a renewal's, its own lines; of a change of plan, all. */
export function partOf(invoice: InvoiceRecord, subscription: SubscriptionRecord): number {
  return invoice.billing_reason === 'subscription_update'
    ? invoice.amount_total_atom
    : shareOf(invoice, subscription);
}

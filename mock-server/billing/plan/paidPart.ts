import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { partOf } from './partOf.ts';

/** What of that was paid and has not gone back. */
export function paidPart(invoice: InvoiceRecord, subscription: SubscriptionRecord): number {
  if (invoice.status !== 'paid') return 0;
  return partOf(invoice, subscription) - (invoice.refunded_of?.[subscription.id] ?? 0);
}

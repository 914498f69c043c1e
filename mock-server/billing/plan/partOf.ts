import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';

/** What of a bill is for a subscription: of a checkout's, and of a renewal's, its own lines; of a change of plan, all. */
export function partOf(invoice: InvoiceRecord, subscription: SubscriptionRecord): number {
  if (invoice.billing_reason === 'subscription_update') return invoice.amount_total_atom;
  const { billing_interval: interval, billing_interval_count: count } = subscription;
  return invoice.line_items.reduce(
    (sum, line) =>
      line.billing_interval === interval && line.billing_interval_count === count
        ? sum + line.amount_total_atom
        : sum,
    0,
  );
}

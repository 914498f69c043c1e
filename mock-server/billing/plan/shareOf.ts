import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';

/** What the lines of a bill that recur with a subscription come to. */
export function shareOf(invoice: InvoiceRecord, subscription: SubscriptionRecord): number {
  const { billing_interval: interval, billing_interval_count: count } = subscription;
  return invoice.line_items.reduce(
    (sum, line) =>
      line.billing_interval === interval && line.billing_interval_count === count
        ? sum + line.amount_total_atom
        : sum,
    0,
  );
}

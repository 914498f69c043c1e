import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';

/** What of an invoice was paid for this subscription. */
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

/** The part of the current period that is still to come, from 0 to 1. While it is paused none of it goes by. */
export function remainder(subscription: SubscriptionRecord, now: number): number {
  const { current_period_start: start, current_period_end: end, paused_at: since } = subscription;
  return end > start ? Math.max(0, Math.min(1, (end - (since ?? now)) / (end - start))) : 0;
}

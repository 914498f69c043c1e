import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { refundableAmount } from '../refunds/refundableAmount.ts';

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

/** What of a bill is for a subscription: of a checkout's, and of a renewal's, its own lines; of a change of plan, all. */
export function partOf(invoice: InvoiceRecord, subscription: SubscriptionRecord): number {
  return invoice.billing_reason === 'subscription_update'
    ? invoice.amount_total_atom
    : shareOf(invoice, subscription);
}

/**
 * What of that was paid and has not gone back. Where an older version has not kept of whom that is, it is first of all of
 * what else was on the bill.
 */
export function paidPart(invoice: InvoiceRecord, subscription: SubscriptionRecord): number {
  const back = invoice.refunded_of?.[subscription.id] ?? 0;
  return Math.min(partOf(invoice, subscription) - back, refundableAmount(invoice));
}

/** Sent, and not paid yet. */
export const isOwed = ({ status }: InvoiceRecord): boolean =>
  status === 'open' || status === 'past_due';

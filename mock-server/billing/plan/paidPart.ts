import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { refundableAmount } from '../refunds/refundableAmount.ts';
import { partOf } from './partOf.ts';

/**
 * What of that was paid and has not gone back. Where an older version has not kept of whom that is, it is first of all of
 * what else was on the bill.
 */
export function paidPart(invoice: InvoiceRecord, subscription: SubscriptionRecord): number {
  const back = invoice.refunded_of?.[subscription.id] ?? 0;
  return Math.min(partOf(invoice, subscription) - back, refundableAmount(invoice));
}

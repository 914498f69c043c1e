import { shareAmount } from '../../domain/pricing/shareAmount.ts';
import type { Account } from '../../store/createAccount.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import { paidPart } from '../plan/paidPart.ts';
import { refundableAmount } from './refundableAmount.ts';

/**
 * What of a bill has gone back of each subscription on it, with one more refund: that of a cancellation is of its own
 * subscription. One by hand is first of what else was on the bill, and then of each in proportion to what is left of it.
 */
export function refundedOf(
  { records }: Account,
  invoice: InvoiceRecord,
  amount: number,
  subscriptionId: string | undefined,
): Readonly<Record<string, number>> {
  const known = new Map(Object.entries(invoice.refunded_of ?? {}));
  const ids = subscriptionId === undefined ? invoice.subscription_ids : [subscriptionId];
  const parts = ids.map((id) => {
    const subscription = records.subscriptions.get(id);
    return subscription ? paidPart(invoice, subscription) : 0;
  });
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const besides = subscriptionId === undefined ? refundableAmount(invoice) - whole : 0;
  const shares = shareAmount(Math.max(0, amount - besides), parts);
  for (const [index, id] of ids.entries())
    known.set(id, (known.get(id) ?? 0) + (shares[index] ?? 0));
  return Object.fromEntries(known);
}

import type { Account } from '../../store/createAccount.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { partOf } from './partOf.ts';
import { paidPart } from './paidPart.ts';

/** How much of what the current period was billed at has gone back by hand. A bill that went back in part counts in part. */
function refundedFor({ records }: Account, of: SubscriptionRecord): number {
  return of.period_bills.reduce((sum, { value_atom: value, invoice_id: id }) => {
    const invoice = records.invoices.get(id ?? '');
    if (invoice?.status !== 'paid') return sum;
    const part = partOf(invoice, of);
    return part === 0 ? sum : sum + Math.round((value * (part - paidPart(invoice, of))) / part);
  }, 0);
}

/**
 * What a price of the whole current period comes to with what was refunded by hand: that is a discount on it, whatever the
 * plan changes to, so nothing goes back twice, and nothing that went back is asked for again.
 */
export function afterRefunds(
  account: Account,
  subscription: SubscriptionRecord,
): (amount: number) => number {
  const off = refundedFor(account, subscription);
  return (amount) => (amount > 0 ? Math.max(0, amount - off) : amount);
}

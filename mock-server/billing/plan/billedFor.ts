import type { Account } from '../../store/createAccount.ts';
import type { PeriodBill, SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { isOwed } from '../invoices/isOwed.ts';

/**
 * What the whole of the current period was billed at, with its changes. A bill that was sent is owed in full, whether or
 * not it is paid by now; one that was taken back is not.
 */
export function billedFor(account: Account, subscription: SubscriptionRecord): number {
  const counts = ({ invoice_id: id }: PeriodBill): boolean => {
    if (id === null) return true;
    const invoice = account.records.invoices.get(id);
    return invoice !== undefined && (invoice.status === 'paid' || isOwed(invoice));
  };
  return subscription.period_bills
    .filter(counts)
    .reduce((sum, { value_atom: value }) => sum + value, 0);
}

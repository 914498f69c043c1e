import type { Account } from '../../store/createAccount.ts';
import type { PeriodBill, SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { shareOf } from './partOf.ts';

/** What was billed for the current period: its own bill first, then what each change of plan made of it. */
export function periodBills(
  { records }: Account,
  subscription: SubscriptionRecord,
): readonly PeriodBill[] {
  const { period_bills: bills, latest_invoice_id: id } = subscription;
  if (bills) return bills;
  const invoice = records.invoices.get(id ?? '');
  return invoice ? [{ value_atom: shareOf(invoice, subscription), invoice_id: invoice.id }] : [];
}

/**
 * What the whole of the current period was billed at, with its changes. A bill that was sent is owed in full, whether or
 * not it is paid by now; one that was taken back is not.
 */
export function billedFor(account: Account, subscription: SubscriptionRecord): number {
  const counts = ({ invoice_id: id }: PeriodBill): boolean => {
    if (id === null) return true;
    const status = account.records.invoices.get(id)?.status;
    return status === 'paid' || status === 'open' || status === 'past_due';
  };
  return periodBills(account, subscription)
    .filter(counts)
    .reduce((sum, { value_atom: value }) => sum + value, 0);
}

import type { Account } from '../../store/createAccount.ts';
import type { PeriodBill, SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { shareOf } from './shareOf.ts';

/** What was billed for the current period: what a credit and its own bill paid first, then what each change of plan made of it. */
export function periodBills(
  { records }: Account,
  subscription: SubscriptionRecord,
): readonly PeriodBill[] {
  const { period_bills: bills, latest_invoice_id: id } = subscription;
  if (bills) return bills;
  const invoice = records.invoices.get(id ?? '');
  return invoice ? [{ value_atom: shareOf(invoice, subscription), invoice_id: invoice.id }] : [];
}

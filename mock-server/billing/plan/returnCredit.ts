import type { Account } from '../../store/createAccount.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import { changeSubscription } from '../subscriptions/changeSubscription.ts';

/** A bill that was given up is paid after all: what was taken with it of the payer's credit is theirs again. */
export function returnCredit(account: Account, invoice: InvoiceRecord, now: number): void {
  for (const id of invoice.subscription_ids) {
    const before = account.records.subscriptions.get(id);
    const taken = before?.period_bills.find((bill) => bill.taken?.invoice_id === invoice.id);
    if (!before || !taken) continue;
    const carried_atom = before.carried_atom - (taken.taken?.amount_atom ?? 0);
    const period_bills = before.period_bills.filter((bill) => bill !== taken);
    changeSubscription(account, before, { carried_atom, period_bills }, now);
  }
}

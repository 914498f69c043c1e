import type { Account } from '../../store/createAccount.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { changeSubscription } from '../subscriptions/changeSubscription.ts';

/** Where a credit comes of that is there again: the bill of an earlier period counts as one that the current one began with. */
function openingWith(
  { period_bills: own, opening_credit: opening }: SubscriptionRecord,
  id: string,
  amount: number,
): SubscriptionRecord['opening_credit'] {
  const ids = opening?.invoice_ids ?? [];
  const isKnown = ids.includes(id) || own.some(({ invoice_id: one }) => one === id);
  if (isKnown) return opening;
  return { amount_atom: (opening?.amount_atom ?? 0) + amount, invoice_ids: [...ids, id] };
}

/** A bill that was given up is paid after all: what was taken with it of the payer's credit is theirs again. */
export function returnCredit(account: Account, invoice: InvoiceRecord, now: number): void {
  for (const id of invoice.subscription_ids) {
    const before = account.records.subscriptions.get(id);
    const noted = before?.period_bills.find((bill) => bill.taken?.invoice_id === invoice.id);
    if (!before || !noted?.taken) continue;
    const { amount_atom: amount } = noted.taken;
    const carried_atom = before.carried_atom - amount;
    const period_bills = before.period_bills.filter((bill) => bill !== noted);
    const opening_credit = openingWith(before, invoice.id, amount);
    changeSubscription(account, before, { carried_atom, period_bills, opening_credit }, now);
  }
}

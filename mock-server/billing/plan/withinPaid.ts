import type { Account } from '../../store/createAccount.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { partOf } from './partOf.ts';
import { isOwed } from '../invoices/isOwed.ts';
import { paidPart } from './paidPart.ts';

/** What was paid by these bills, or is to be, and has not gone back. */
function moneyOf(
  { records }: Account,
  subscription: SubscriptionRecord,
  ids: readonly (string | null)[],
): number {
  return ids.reduce((sum, id) => {
    const invoice = records.invoices.get(id ?? '');
    if (!invoice) return sum;
    const money = isOwed(invoice) ? partOf : paidPart;
    return sum + money(invoice, subscription);
  }, 0);
}

/** A balance whose credit is no more than the money that it comes of: what has gone back by hand is to nobody's credit. */
export function withinPaid(
  account: Account,
  subscription: SubscriptionRecord,
  carried: number,
): number {
  const { opening_credit: opening, period_bills: bills } = subscription;
  if (carried >= 0) return carried;
  const own = bills.map(({ invoice_id: id }) => id);
  const earlier = moneyOf(account, subscription, opening?.invoice_ids ?? []);
  const most = moneyOf(account, subscription, own) + Math.min(opening?.amount_atom ?? 0, earlier);
  return Math.max(carried, 0 - most);
}

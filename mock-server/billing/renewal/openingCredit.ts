import type { Account } from '../../store/createAccount.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { isOwed } from '../invoices/isOwed.ts';
import { partOf } from '../plan/partOf.ts';

/**
 * What is to the payer's credit when the next period is billed, and the bills whose money it is: those of the period
 * before, and those that its own credit came of. Of one that was given up there is none any longer.
 */
export function openingCredit(
  account: Account,
  subscription: SubscriptionRecord,
): Pick<SubscriptionRecord, 'opening_credit'> {
  const { carried_atom: carried, opening_credit: before } = subscription;
  if (carried >= 0) return { opening_credit: null };
  const ids = [
    ...(before?.invoice_ids ?? []),
    ...subscription.period_bills.map(({ invoice_id: id }) => id ?? ''),
  ];
  const invoice_ids = ids.filter((id) => {
    const invoice = account.records.invoices.get(id);
    if (!invoice || !(invoice.status === 'paid' || isOwed(invoice))) return false;
    return partOf(invoice, subscription) > 0;
  });
  return { opening_credit: { amount_atom: -carried, invoice_ids } };
}

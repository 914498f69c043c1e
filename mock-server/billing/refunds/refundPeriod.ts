import { announce } from '../../resources/announce.ts';
import { refunds } from '../../resources/refunds.ts';
import type { Account } from '../../store/createAccount.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { afterRefunds } from '../plan/afterRefunds.ts';
import { partOf } from '../plan/partOf.ts';
import { isOwed } from '../invoices/isOwed.ts';
import { paidPart } from '../plan/paidPart.ts';
import { billedFor } from '../plan/billedFor.ts';
import { remainder } from '../plan/remainder.ts';
import { makeRefund, type RefundTerms } from './makeRefund.ts';

type Terms = Required<Pick<RefundTerms, 'amount_atom' | 'subscription_id'>>;

function giveBack(account: Account, invoice: InvoiceRecord, given: Terms, now: number) {
  const terms = {
    reason: 'requested_by_customer',
    refunded_out_of_band: invoice.out_of_band,
  } as const;
  const base = { id: account.random.id('re'), created_at: now, updated_at: now };
  const record = makeRefund(account, invoice, { ...terms, ...given }, base);
  account.records.refunds.put(record);
  announce(account, 'refund.created', refunds, { record, now });
}

/**
 * Gives back what was paid for the current period, the latest bill first: all of it, or what is left of it, less what
 * is owed, on bills and besides, and with what is to the customer's credit. A credit goes back by the bills that it came of.
 */
export function refundPeriod(
  account: Account,
  subscription: SubscriptionRecord,
  option: 'full' | 'prorated',
  now: number,
): void {
  const { opening_credit: opening } = subscription;
  const read = (ids: readonly (string | null)[]): InvoiceRecord[] =>
    ids.flatMap((id) => account.records.invoices.get(id ?? '') ?? []).reverse();
  const bills = read(subscription.period_bills.map(({ invoice_id: id }) => id));
  const earlier = read(opening?.invoice_ids ?? []);
  const owed = [...bills, ...earlier]
    .filter(isOwed)
    .reduce((sum, bill) => sum + partOf(bill, subscription), 0);
  const worth = afterRefunds(account, subscription)(billedFor(account, subscription));
  const unused = Math.round(worth * remainder(subscription, now));
  let left = option === 'full' ? Infinity : unused - owed - subscription.carried_atom;
  const payOut = (of: readonly InvoiceRecord[]): void => {
    for (const invoice of of) {
      const amount = Math.min(left, paidPart(invoice, subscription));
      if (amount <= 0) continue;
      giveBack(account, invoice, { amount_atom: amount, subscription_id: subscription.id }, now);
      left -= amount;
    }
  };
  payOut(bills);
  left = Math.min(left, opening?.amount_atom ?? 0);
  payOut(earlier);
}

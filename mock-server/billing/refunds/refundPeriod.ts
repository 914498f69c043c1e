import { announce } from '../../resources/announce.ts';
import { refunds } from '../../resources/refunds.ts';
import type { Account } from '../../store/createAccount.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { billedFor, periodBills } from '../plan/periodBills.ts';
import { remainder, shareOf } from '../plan/remainder.ts';
import { makeRefund, refundableAmount } from './makeRefund.ts';

/** What of a bill was for this subscription: of a checkout's, its own lines; of a change of plan, all. */
function partOf(invoice: InvoiceRecord, subscription: SubscriptionRecord): number {
  return invoice.billing_reason === 'subscription_update'
    ? invoice.amount_total_atom
    : shareOf(invoice, subscription);
}

function giveBack(account: Account, invoice: InvoiceRecord, amount_atom: number, now: number) {
  const terms = {
    reason: 'requested_by_customer',
    refunded_out_of_band: invoice.out_of_band,
  } as const;
  const base = { id: account.random.id('re'), created_at: now, updated_at: now };
  const record = makeRefund(account, invoice, { ...terms, amount_atom }, base);
  account.records.refunds.put(record);
  announce(account, 'refund.created', refunds, { record, now });
}

const isOwed = ({ status }: InvoiceRecord): boolean => status === 'open' || status === 'past_due';

/**
 * Gives back what was paid for the current period, the latest bill first: all of it, or what is left of it, less what
 * is owed, on bills and besides, and with what is to the customer's credit.
 */
export function refundPeriod(
  account: Account,
  subscription: SubscriptionRecord,
  option: 'full' | 'prorated',
  now: number,
): void {
  const { invoices } = account.records;
  const bills = periodBills(account, subscription).flatMap(
    ({ invoice_id: id }) => invoices.get(id ?? '') ?? [],
  );
  const owed = bills.filter(isOwed).reduce((sum, bill) => sum + partOf(bill, subscription), 0);
  const unused = Math.round(billedFor(account, subscription) * remainder(subscription, now));
  let left = option === 'full' ? Infinity : unused - owed - subscription.carried_atom;
  for (const invoice of bills.reverse()) {
    const amount = Math.min(left, partOf(invoice, subscription), refundableAmount(invoice));
    if (amount <= 0) continue;
    giveBack(account, invoice, amount, now);
    left -= amount;
  }
}

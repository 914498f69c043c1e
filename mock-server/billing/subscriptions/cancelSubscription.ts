import { announce } from '../../resources/announce.ts';
import { refunds } from '../../resources/refunds.ts';
import type { Account } from '../../store/createAccount.ts';
import type { RefundOption, SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { changeSubscription } from './changeSubscription.ts';
import { makeRefund, refundableAmount } from '../refunds/makeRefund.ts';
import { changeInvoice, closeInvoice } from '../invoices/payInvoice.ts';
import { remainder, shareOf } from '../plan/remainder.ts';

function refundShare(
  account: Account,
  subscription: SubscriptionRecord,
  option: 'full' | 'prorated',
  now: number,
): void {
  const invoice = account.records.invoices.get(subscription.latest_invoice_id ?? '');
  if (!invoice) return;
  const part = option === 'full' ? 1 : remainder(subscription, now);
  const share = Math.round(shareOf(invoice, subscription) * part);
  const amount_atom = Math.min(share, refundableAmount(invoice));
  if (amount_atom === 0) return;
  const terms = {
    reason: 'requested_by_customer',
    refunded_out_of_band: invoice.out_of_band,
  } as const;
  const base = { id: account.random.id('re'), created_at: now, updated_at: now };
  const record = makeRefund(account, invoice, { ...terms, amount_atom }, base);
  account.records.refunds.put(record);
  announce(account, 'refund.created', refunds, { record, now });
}

/** Nobody is charged any longer for what is over. */
function settleOverdue(
  account: Account,
  { overdue_invoice_ids: ids }: SubscriptionRecord,
  option: RefundOption,
  now: number,
): void {
  for (const id of ids) {
    const invoice = account.records.invoices.get(id);
    if (invoice?.status !== 'open' && invoice?.status !== 'past_due') continue;
    if (option === 'cancel_unpaid') closeInvoice(account, invoice, 'void', now);
    else changeInvoice(account, invoice, { next_attempt_at: null }, 'invoice.updated', now);
  }
}

/**
 * Ends a subscription now. `full` and `prorated` give back what was last paid for it, `cancel_unpaid` voids what was not
 * paid; otherwise unpaid invoices stay open, and are not tried again.
 */
export function cancelSubscription(
  account: Account,
  before: SubscriptionRecord,
  option: RefundOption,
  now: number,
): SubscriptionRecord {
  if (before.state === 'cancelled') return before;
  const ended = {
    state: 'cancelled' as const,
    cancel_at_period_end: false,
    cancel_at: null,
    cancelled_at: now,
    scheduled_pause: null,
    resumes_at: null,
    overdue_invoice_ids: [],
  };
  const type = 'customer.subscription.cancelled';
  const record = changeSubscription(account, before, ended, now, type);
  settleOverdue(account, before, option, now);
  if (option === 'full' || option === 'prorated') refundShare(account, before, option, now);
  return record;
}

/** The time that was set for it has come. */
export function cancelAtLast(account: Account, id: string, now: number): void {
  const record = account.records.subscriptions.get(id);
  if (record?.cancel_at !== now) return;
  cancelSubscription(account, record, record.cancel_refund_option, now);
}

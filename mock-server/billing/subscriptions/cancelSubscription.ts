import type { Account } from '../../store/createAccount.ts';
import type { RefundOption, SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { changeSubscription } from './changeSubscription.ts';
import { refundPeriod } from '../refunds/refundPeriod.ts';
import { changeInvoice } from '../invoices/changeInvoice.ts';
import { isOwed } from '../invoices/isOwed.ts';
import { closeInvoice } from '../invoices/closeInvoice.ts';

/** Nobody is charged any longer for what is over. A bill that was sent is unpaid before it is overdue. */
function settleUnpaid(account: Account, id: string, option: RefundOption, now: number): void {
  for (const invoice of account.records.invoices.values()) {
    if (!isOwed(invoice)) continue;
    if (!invoice.subscription_ids.includes(id)) continue;
    if (option === 'cancel_unpaid') closeInvoice(account, invoice, 'void', now);
    else if (invoice.next_attempt_at !== null)
      changeInvoice(account, invoice, { next_attempt_at: null }, 'invoice.updated', now);
  }
}

/**
 * Ends a subscription now. `full` and `prorated` give back what was paid for its period, `cancel_unpaid` voids what was not
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
  const refunds = option === 'full' || option === 'prorated';
  const carried_atom = refunds ? 0 : before.carried_atom;
  const record = changeSubscription(account, before, { ...ended, carried_atom }, now, type);
  settleUnpaid(account, before.id, option, now);
  if (refunds) refundPeriod(account, before, option, now);
  return record;
}

/** The time that was set for it has come. */
export function cancelAtLast(account: Account, id: string, now: number): void {
  const record = account.records.subscriptions.get(id);
  if (record?.cancel_at !== now) return;
  cancelSubscription(account, record, record.cancel_refund_option, now);
}

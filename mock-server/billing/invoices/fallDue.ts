import type { Account } from '../../store/createAccount.ts';
import { changeSubscription } from '../subscriptions/changeSubscription.ts';
import { changeInvoice } from './changeInvoice.ts';

/** The day that stands on a bill has come, and nobody has paid. */
export function fallDue(account: Account, id: string, now: number): void {
  const before = account.records.invoices.get(id);
  if (before?.status !== 'open' || before.due_at !== now) return;
  changeInvoice(account, before, { status: 'past_due' }, 'invoice.past_due', now);
  for (const subscriptionId of before.subscription_ids) {
    const subscription = account.records.subscriptions.get(subscriptionId);
    if (!subscription || subscription.state === 'cancelled') continue;
    const overdue_invoice_ids = [...subscription.overdue_invoice_ids, id];
    const state = subscription.state === 'active' ? 'past_due' : subscription.state;
    changeSubscription(account, subscription, { overdue_invoice_ids, state }, now);
  }
}

import type { Account } from '../../store/createAccount.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import { changeSubscription } from '../subscriptions/changeSubscription.ts';
import { changeInvoice } from './payInvoice.ts';

/** Waits for the payer of a bill until the day that stands on it. */
export function awaitPayment(account: Account, invoice: InvoiceRecord): InvoiceRecord {
  const { id, due_at: at } = invoice;
  if (at !== null) account.due.add({ at, kind: 'invoice.fall_due', id });
  return invoice;
}

/** That day has come, and nobody has paid. */
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

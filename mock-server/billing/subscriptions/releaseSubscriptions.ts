import type { Account } from '../../store/createAccount.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { changeSubscription } from './changeSubscription.ts';

/** What a subscription is once nothing is overdue: running again, where it had stopped for this alone. */
function stateOf({ state, overdue_invoice_ids: overdue }: SubscriptionRecord, paid: boolean) {
  if (overdue.length > 0) return state;
  if (state === 'past_due') return 'active';
  return state === 'incomplete' && paid ? 'active' : state;
}

/** Lets go of subscriptions that an invoice held up, now that nobody waits for it any longer. */
export function releaseSubscriptions(
  account: Account,
  { id, status, subscription_ids: ids }: InvoiceRecord,
  now: number,
): void {
  for (const subscriptionId of ids) {
    const before = account.records.subscriptions.get(subscriptionId);
    if (!before?.overdue_invoice_ids.includes(id)) continue;
    const overdue_invoice_ids = before.overdue_invoice_ids.filter((one) => one !== id);
    const state = stateOf({ ...before, overdue_invoice_ids }, status === 'paid');
    changeSubscription(account, before, { overdue_invoice_ids, state }, now);
  }
}

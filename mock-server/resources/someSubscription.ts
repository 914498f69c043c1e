import type { Account } from '../store/createAccount.ts';
import type { SubscriptionRecord } from '../store/records/SubscriptionRecord.ts';

/** Whether any subscription that is not over answers to `matches`. Walks all of them: only a deletion asks. */
export function someSubscription(
  account: Account,
  matches: (subscription: SubscriptionRecord) => boolean,
): boolean {
  for (const subscription of account.records.subscriptions.values()) {
    if (subscription.state !== 'cancelled' && matches(subscription)) return true;
  }
  return false;
}

import type { EventType } from '../../domain/webhooks/eventTypes.ts';
import { announce } from '../../resources/announce.ts';
import { subscriptions } from '../../resources/subscriptions.ts';
import type { Account } from '../../store/createAccount.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';

/** Keeps a subscription that has changed, and tells of what others can see of it. */
export function changeSubscription(
  account: Account,
  before: SubscriptionRecord,
  changes: Partial<SubscriptionRecord>,
  now: number,
  type: EventType = 'customer.subscription.updated',
): SubscriptionRecord {
  const after = { ...before, ...changes, updated_at: now };
  const record = account.records.subscriptions.put(after);
  announce(account, type, subscriptions, { record, before, now });
  return record;
}

import { addInterval } from '../../domain/time/addInterval.ts';
import type { Account } from '../../store/createAccount.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { changeSubscription } from './changeSubscription.ts';

/** Nothing more is billed until it is resumed: by somebody, or by itself after so many cycles. */
export function standStill(
  account: Account,
  before: SubscriptionRecord,
  cycles: number | null,
  now: number,
): SubscriptionRecord {
  const { id, billing_interval: interval, billing_interval_count: count } = before;
  const resumes = cycles === null ? null : addInterval(now, interval, count * cycles);
  if (resumes !== null) account.due.add({ at: resumes, kind: 'subscription.resume', id });
  const still = { state: 'paused', paused_at: now, resumes_at: resumes } as const;
  return changeSubscription(account, before, { ...still, scheduled_pause: null }, now);
}

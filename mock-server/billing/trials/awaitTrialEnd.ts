import { day } from '../../domain/time/day.ts';
import type { Account } from '../../store/createAccount.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';

/** How long before the end of a trial the merchant hears of it. */
export const trialNotice = 3 * day;

/** Sees to it that the merchant hears of the end of a trial in time, or at once when it is shorter. */
export function awaitTrialEnd(
  account: Account,
  { id, state, trial_end: end }: Pick<SubscriptionRecord, 'id' | 'state' | 'trial_end'>,
  now: number,
): void {
  if (state !== 'trialing' || end === null) return;
  account.due.add({ at: Math.max(now, end - trialNotice), kind: 'subscription.trial_ends', id });
}

import type { Account } from '../../store/createAccount.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { changeSubscription } from './changeSubscription.ts';
import { standStill } from './standStill.ts';
import { subscriptionStateProblem } from './subscriptionStateProblem.ts';

/** Lets a subscription stand still, now or when its period ends, for some cycles or until it is resumed. */
export function pauseSubscription(
  account: Account,
  before: SubscriptionRecord,
  asked: {
    readonly pause_behavior: 'pause_immediately' | 'pause_at_end';
    readonly pause_for_cycles: number | null;
  },
  now: number,
): SubscriptionRecord {
  const { state } = before;
  if (state !== 'active' && state !== 'trialing') {
    throw subscriptionStateProblem(state, 'active or trialing');
  }
  const { pause_for_cycles } = asked;
  if (asked.pause_behavior === 'pause_immediately') {
    return standStill(account, before, pause_for_cycles, now);
  }
  return changeSubscription(account, before, { scheduled_pause: { pause_for_cycles } }, now);
}

import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';

/** The part of the current period that is still to come, from 0 to 1. While it is paused none of it goes by. */
export function remainder(subscription: SubscriptionRecord, now: number): number {
  const { current_period_start: start, current_period_end: end, paused_at: since } = subscription;
  return end > start ? Math.max(0, Math.min(1, (end - (since ?? now)) / (end - start))) : 0;
}

import type { Subscription } from '../api/Subscription.ts';

/** What becomes of a subscription next, and when. */
export interface Turn {
  readonly words: 'Starts' | 'Renews' | 'Pauses' | 'Resumes' | 'Ends' | 'Ended';
  readonly at: string;
}

/** `undefined` while nothing is to happen by itself: it stands still until it is resumed. */
export const nextTurn = (subscription: Subscription): Turn | undefined => {
  const { cancelled_at, cancel_at, paused_at, resumes_at } = subscription;
  const { state, current_period_start: start, current_period_end: end } = subscription;
  if (cancelled_at !== null) return { words: 'Ended', at: cancelled_at };
  // A cancellation has a time of its own, and comes while it stands still, too.
  if (cancel_at !== null && Date.parse(cancel_at) <= Date.parse(resumes_at ?? end)) {
    return { words: 'Ends', at: cancel_at };
  }
  if (paused_at !== null) {
    return resumes_at === null ? undefined : { words: 'Resumes', at: resumes_at };
  }
  if (state === 'scheduled') return { words: 'Starts', at: start };
  if (subscription.cancel_at_period_end) return { words: 'Ends', at: end };
  return { words: subscription.scheduled_pause === null ? 'Renews' : 'Pauses', at: end };
};

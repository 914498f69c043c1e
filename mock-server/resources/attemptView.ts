import { isoTime } from '../domain/time/isoTime.ts';
import type { PaymentAttempt } from '../store/records/PaymentRecord.ts';

/** One processor asked, as the merchant's server sees it. */
export function attemptView({ at, ...attempt }: PaymentAttempt) {
  return { ...attempt, at: isoTime(at) };
}

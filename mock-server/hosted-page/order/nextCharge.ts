import type { Session } from '../api/Session.ts';
import { type RecurringOrder, trialEndOfOrder } from './orderKind.ts';

/** How many days, or else months, an interval has. */
const days: Partial<Record<RecurringOrder['interval'], number>> = { day: 1, week: 7 };
const months: Partial<Record<RecurringOrder['interval'], number>> = { month: 1, year: 12 };

/**
 * When an order that is paid now is charged again, in milliseconds since 1970: a trial's end, else an interval from the
 * server's now. A month that is too short for the day ends on its last.
 */
export const nextCharge = (
  session: Session,
  { interval, count }: Pick<RecurringOrder, 'interval' | 'count'>,
): number => {
  const next = new Date(session.server_time);
  const day = next.getUTCDate();
  next.setUTCDate(day + (days[interval] ?? 0) * count);
  if (months[interval]) {
    next.setUTCMonth(next.getUTCMonth() + months[interval] * count);
    // The day that the month does not have is one of the month after it: back to the end of the one before.
    if (next.getUTCDate() !== day) next.setUTCDate(0);
  }
  return trialEndOfOrder(session) ?? next.getTime();
};

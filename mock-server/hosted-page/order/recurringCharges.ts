import type { Interval, Session } from '../api/Session.ts';

/** What is charged again and again, per interval. */
export interface RecurringCharge {
  readonly interval: Interval;
  readonly count: number;
  readonly amount: number;
}

/**
 * The recurring charges of an order, one for each interval. Undiscounted: whether a discount is for once or for ever
 * is not in the session, and nobody may be charged more later than the page said.
 */
export const recurringCharges = (session: Session): RecurringCharge[] => {
  const charges: RecurringCharge[] = [];
  for (const line of session.line_items) {
    const interval = line.billing_interval as Interval | null;
    if (!interval) continue;
    const count = line.billing_interval_count ?? 1;
    const same = charges.findIndex((c) => c.interval === interval && c.count === count);
    const amount = (charges[same]?.amount ?? 0) + line.amount_subtotal_atom;
    if (same < 0) charges.push({ interval, count, amount });
    else charges[same] = { interval, count, amount };
  }
  return charges;
};

import type { Interval, Session } from '../api/Session.ts';

/**
 * What the shopper agrees to, which decides the page's words.
 * `payment`: an amount, once · `free`: nothing to pay, no card · `subscription`: the same amount now and every interval ·
 * `mixed`: something recurs, but today's amount is another · `trial`: nothing now, then an amount every interval ·
 * `setup`: a card is stored.
 */
export type OrderKind = 'payment' | 'free' | 'subscription' | 'mixed' | 'trial' | 'setup';

/** What is charged again and again, per interval. */
export interface RecurringOrder {
  readonly interval: Interval;
  readonly count: number;
  readonly amount: number;
}

/**
 * The recurring charges of an order, one for each interval. Undiscounted: whether a discount is for once or for ever
 * is not in the session, and nobody may be charged more later than the page said.
 */
export const recurringOrders = (session: Session): RecurringOrder[] => {
  const orders: RecurringOrder[] = [];
  for (const line of session.line_items) {
    const interval = line.billing_interval as Interval | null;
    if (!interval) continue;
    const count = line.billing_interval_count ?? 1;
    const same = orders.findIndex((order) => order.interval === interval && order.count === count);
    const amount = (orders[same]?.amount ?? 0) + line.amount_subtotal_atom;
    if (same < 0) orders.push({ interval, count, amount });
    else orders[same] = { interval, count, amount };
  }
  return orders;
};

export const orderKind = (session: Session): OrderKind => {
  if (session.mode === 'setup') return 'setup';
  const orders = recurringOrders(session);
  const due = session.amount_total_atom;
  const [first] = orders;
  if (!first) return due === 0 ? 'free' : 'payment';
  if (due === 0 && session.discount?.trial_days_off) return 'trial';
  const onlyRecurring = session.line_items.every((line) => line.billing_interval !== null);
  return onlyRecurring && orders.length === 1 && first.amount === due ? 'subscription' : 'mixed';
};

/** When a trial's first charge falls due, in milliseconds since 1970; `undefined` without a trial. */
export const trialEndOfOrder = ({ discount, server_time }: Session): number | undefined => {
  const days = discount?.trial_days_off;
  return days ? Date.parse(server_time) + days * 86_400_000 : undefined;
};

import { addInterval } from '../../domain/time/addInterval.ts';
import type { Account } from '../../store/createAccount.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { billPeriod } from './billPeriod.ts';
import { cancelAtLast, cancelSubscription } from '../subscriptions/cancelSubscription.ts';
import { changeSubscription } from '../subscriptions/changeSubscription.ts';
import { standStill } from '../subscriptions/standStill.ts';

/** Ten years of days and more, and yet a clock that is moved by a thousand years comes to an end. */
export const mostPeriods = 4000;

const running: readonly SubscriptionRecord['state'][] = [
  'incomplete',
  'trialing',
  'active',
  'past_due',
];

/** Begins the next period, with what was to change then. */
function renew(account: Account, before: SubscriptionRecord, now: number): void {
  const { subscriptions } = account.records;
  const items = before.pending_items ?? before.items;
  const next = subscriptions.put({ ...before, items, pending_items: null });
  const invoice = billPeriod(account, next, 'subscription_cycle', now);
  const billed = subscriptions.get(before.id) ?? next;
  const periods = before.periods + 1;
  const count = before.billing_interval_count * periods;
  const end = addInterval(before.billing_anchor, before.billing_interval, count);
  const begun = {
    ...billed,
    state: billed.overdue_invoice_ids.length > 0 ? 'past_due' : 'active',
    periods,
    current_period_start: now,
    current_period_end: end,
    latest_invoice_id: invoice.id,
  } as const;
  changeSubscription(account, before, begun, now);
  account.due.add({ at: end, kind: 'subscription.end_period', id: before.id });
}

/** A period is over: the subscription ends or stands still when it was to, and is billed for the next one otherwise. */
export function endPeriod(account: Account, id: string, now: number): void {
  const record = account.records.subscriptions.get(id);
  if (!record || !running.includes(record.state) || record.current_period_end !== now) return;
  const { scheduled_pause: pause } = record;
  // What is to end at this very moment is not billed first.
  if (record.cancel_at === now) cancelAtLast(account, id, now);
  else if (record.cancel_at_period_end) cancelSubscription(account, record, 'none', now);
  else if (pause) standStill(account, record, pause.pause_for_cycles, now);
  else if (record.periods < mostPeriods) renew(account, record, now);
  // What is never billed again is not active, either.
  else cancelSubscription(account, record, 'none', now);
}

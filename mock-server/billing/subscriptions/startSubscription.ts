import { addInterval } from '../../domain/time/addInterval.ts';
import type { Account } from '../../store/createAccount.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { awaitTrialEnd } from '../trials/awaitTrialEnd.ts';
import { billPeriod } from '../renewal/billPeriod.ts';
import { cancelAtLast } from './cancelSubscription.ts';
import { changeSubscription } from './changeSubscription.ts';

function beginTrial(
  account: Account,
  before: SubscriptionRecord,
  end: number,
  now: number,
): SubscriptionRecord {
  const trial = { current_period_start: now, current_period_end: end, billing_anchor: end };
  const begun = { ...trial, state: 'trialing', discounted_since: end } as const;
  const record = changeSubscription(account, before, begun, now);
  account.due.add({ at: end, kind: 'subscription.end_period', id: before.id });
  awaitTrialEnd(account, record, now);
  return record;
}

/** Begins what was made through the API: with free days, or by billing the first period. */
export function startSubscription(
  account: Account,
  before: SubscriptionRecord,
  now: number,
): SubscriptionRecord {
  const { trial_end: trial, billing_interval: interval, billing_interval_count: count } = before;
  if (trial !== null) return beginTrial(account, before, trial, now);
  const end = addInterval(now, interval, count);
  const period = { current_period_start: now, current_period_end: end, billing_anchor: now };
  const begun = {
    ...before,
    ...period,
    discounted_since: now,
    periods: 1,
    state: 'incomplete',
  } as const;
  account.records.subscriptions.put(begun);
  const invoice = billPeriod(account, begun, 'subscription_create', now);
  account.due.add({ at: end, kind: 'subscription.end_period', id: before.id });
  const billed = account.records.subscriptions.get(before.id) ?? begun;
  const owed = billed.overdue_invoice_ids.length > 0;
  const state = billed.state === 'incomplete' && !owed ? 'active' : billed.state;
  return changeSubscription(
    account,
    before,
    { ...billed, state, latest_invoice_id: invoice.id },
    now,
  );
}

/** The day has come for which it was made. */
export function startScheduled(account: Account, id: string, now: number): void {
  const record = account.records.subscriptions.get(id);
  if (record?.state !== 'scheduled' || record.current_period_start !== now) return;
  if (record.cancel_at === now) cancelAtLast(account, id, now);
  else startSubscription(account, record, now);
}

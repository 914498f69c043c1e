import { changedMembers } from '../../domain/webhooks/changedMembers.ts';
import { endOfTime } from '../../domain/time/endOfTime.ts';
import { isoTime } from '../../domain/time/isoTime.ts';
import { postponeMonths } from '../../domain/time/postponeMonths.ts';
import { subscriptions } from '../../resources/subscriptions.ts';
import { viewRecord } from '../../resources/viewRecord.ts';
import type { Account } from '../../store/createAccount.ts';
import { recordEvent } from '../../store/recordEvent.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { awaitTrialEnd } from '../trials/awaitTrialEnd.ts';
import { endPeriod } from '../renewal/endPeriod.ts';
import { subscriptionStateProblem } from './subscriptionStateProblem.ts';

/** What of the period was paid, or free, and not used when it was paused goes on from now: the period is as long as it was. */
function goOn(account: Account, before: SubscriptionRecord, now: number): SubscriptionRecord {
  const { current_period_start: start, current_period_end: end, trial_end: trial, id } = before;
  const { overdue_invoice_ids: overdue, discounted_since: discounted } = before;
  const since = before.paused_at ?? end;
  const left = Math.min(Math.max(0, end - since), endOfTime - now);
  const wasTrial = trial !== null && trial === end;
  const isTrial = left > 0 && wasTrial;
  const record = account.records.subscriptions.put({
    ...before,
    state: isTrial ? 'trialing' : overdue.length > 0 ? 'past_due' : 'active',
    paused_at: null,
    resumes_at: null,
    current_period_start: left > 0 ? start + now - since : start,
    current_period_end: now + left,
    trial_end: isTrial ? now + left : trial,
    // What stands still in free days uses up no month of a discount.
    discounted_since: wasTrial ? postponeMonths(discounted, trial, now + left) : discounted,
    billing_anchor: now + left,
    periods: 0,
    updated_at: now,
  });
  awaitTrialEnd(account, record, now);
  if (left > 0) account.due.add({ at: now + left, kind: 'subscription.end_period', id });
  return record;
}

/** Lets a subscription that stands still go on, and tells of it. */
export function resumeSubscription(
  account: Account,
  before: SubscriptionRecord,
  now: number,
): SubscriptionRecord {
  if (before.state !== 'paused') throw subscriptionStateProblem(before.state, 'paused');
  const record = goOn(account, before, now);
  const view = (of: SubscriptionRecord) =>
    viewRecord(subscriptions, account, of, { customFields: true });
  const told = { ...view(record), resumed_at: isoTime(now), new_state: record.state };
  const since = account.records.subscriptions.told(record.id) ?? before;
  const changed = changedMembers(view(since), view(record));
  recordEvent(account, now, 'subscription.resumed', told, changed);
  // Where nothing is left of the period, the next one begins, or it ends, and that is told after it.
  if (record.current_period_end === now) endPeriod(account, record.id, now);
  return account.records.subscriptions.get(record.id) ?? record;
}

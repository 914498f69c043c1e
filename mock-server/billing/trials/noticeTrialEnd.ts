import { viewRecord } from '../../resources/viewRecord.ts';
import { subscriptions } from '../../resources/subscriptions.ts';
import type { Account } from '../../store/createAccount.ts';
import { recordEvent } from '../../store/recordEvent.ts';
import { trialNotice } from './awaitTrialEnd.ts';

/** A trial that was moved, or is over, is told of at its own time alone, and each once. */
export function noticeTrialEnd(account: Account, id: string, now: number): void {
  const record = account.records.subscriptions.get(id);
  if (record?.state !== 'trialing' || record.trial_end === null) return;
  const { trial_end: end, noticed_trial_end: noticed } = record;
  if (noticed === end || now < end - trialNotice || now >= end) return;
  const after = account.records.subscriptions.put({ ...record, noticed_trial_end: end });
  const view = viewRecord(subscriptions, account, after, { customFields: true });
  account.records.subscriptions.told(id);
  recordEvent(account, now, 'customer.subscription.trial_will_end', view);
}

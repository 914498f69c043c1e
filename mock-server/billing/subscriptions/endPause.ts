import type { Account } from '../../store/createAccount.ts';
import { cancelAtLast } from './cancelSubscription.ts';
import { resumeSubscription } from './resumeSubscription.ts';

/** As many cycles have gone by as it was to be paused for. */
export function endPause(account: Account, id: string, now: number): void {
  const record = account.records.subscriptions.get(id);
  if (record?.state !== 'paused' || record.resumes_at !== now) return;
  if (record.cancel_at === now) cancelAtLast(account, id, now);
  else resumeSubscription(account, record, now);
}

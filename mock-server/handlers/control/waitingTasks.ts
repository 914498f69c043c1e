import type { AccountTask } from '../../store/AccountTask.ts';
import type { Account } from '../../store/createAccount.ts';
import type { Due } from '../../store/createDueQueue.ts';

type Question = (account: Account, due: Due<AccountTask>) => boolean;

const always: Question = () => true;

/** Whether anything will come of it: what has lost its place stays in the queue until its time. */
const matters: Readonly<Record<AccountTask, Question>> = {
  'session.expire': ({ records }, { id }) => records.sessions.get(id)?.state === 'open',
  'challenge.time_out': ({ records }, { id }) =>
    records.payments.get(id)?.status === 'requires_action',
  'payment.settle': ({ records }, { id }) => records.payments.get(id)?.status === 'processing',
  'subscription.end_period': ({ records }, { id, at }) => {
    const record = records.subscriptions.get(id);
    return record?.current_period_end === at && record.state !== 'cancelled';
  },
  'webhook.deliver': ({ records }, { id }) => records.deliveries.get(id)?.state === 'pending',
  'refund.settle': always,
  'invoice.retry': always,
  'invoice.fall_due': always,
  'subscription.start': always,
  'subscription.resume': always,
  'subscription.cancel': always,
  'subscription.trial_ends': always,
};

/** How far to look: an account may have ended thousands of sessions that were to expire. */
const furthest = 1000;

/** What happens next by itself, the first thing first. */
export function waitingTasks(account: Account, most: number): readonly Due<AccountTask>[] {
  const found: Due<AccountTask>[] = [];
  let looked = 0;
  for (const due of account.due.ahead()) {
    if (found.length === most || looked === furthest) break;
    looked += 1;
    if (matters[due.kind](account, due)) found.push(due);
  }
  return found;
}

import { trialNotice } from '../../billing/trials/awaitTrialEnd.ts';
import type { AccountTask } from '../../store/AccountTask.ts';
import type { Account } from '../../store/createAccount.ts';
import type { Due } from '../../store/time/createDueQueue.ts';

type Question = (records: Account['records'], id: string, at: number) => boolean;

/** The states in which a period that is over is followed by something. */
const running = ['incomplete', 'trialing', 'active', 'past_due'];

/** Whether anything will come of it: what has lost its place stays in the queue until its time. */
const matters: Readonly<Record<AccountTask, Question>> = {
  'session.expire': ({ sessions }, id) => sessions.get(id)?.state === 'open',
  'challenge.time_out': ({ payments }, id) => payments.get(id)?.status === 'requires_action',
  'payment.settle': ({ payments }, id) => payments.get(id)?.status === 'processing',
  'refund.settle': ({ refunds }, id) => refunds.get(id)?.status === 'pending',
  'invoice.retry'({ invoices }, id, at) {
    const { status, next_attempt_at: next } = invoices.get(id) ?? {};
    return status === 'open' && next === at;
  },
  'invoice.fall_due'({ invoices }, id, at) {
    const { status, due_at: due } = invoices.get(id) ?? {};
    return status === 'open' && due === at;
  },
  'subscription.end_period'({ subscriptions }, id, at) {
    const { state = '', current_period_end: end } = subscriptions.get(id) ?? {};
    return running.includes(state) && end === at;
  },
  'subscription.start'({ subscriptions }, id, at) {
    const { state, current_period_start: start } = subscriptions.get(id) ?? {};
    return state === 'scheduled' && start === at;
  },
  'subscription.resume'({ subscriptions }, id, at) {
    const { state, resumes_at: resumes } = subscriptions.get(id) ?? {};
    return state === 'paused' && resumes === at;
  },
  'subscription.cancel': ({ subscriptions }, id, at) => subscriptions.get(id)?.cancel_at === at,
  'subscription.trial_ends'({ subscriptions }, id, at) {
    const record = subscriptions.get(id);
    if (record?.state !== 'trialing' || record.trial_end === null) return false;
    const { trial_end: end, noticed_trial_end: noticed } = record;
    return noticed !== end && at >= end - trialNotice && at < end;
  },
  'webhook.deliver': ({ deliveries }, id) => deliveries.get(id)?.state === 'pending',
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
    if (matters[due.kind](account.records, due.id, due.at)) found.push(due);
  }
  return found;
}

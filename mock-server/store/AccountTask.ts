import type { Account } from './createAccount.ts';

/** What changes an account's records when its time has come. */
export type RecordTask =
  | 'session.expire'
  | 'challenge.time_out'
  | 'payment.settle'
  | 'refund.settle'
  | 'invoice.retry'
  | 'invoice.fall_due'
  | 'subscription.end_period'
  | 'subscription.start'
  | 'subscription.resume'
  | 'subscription.cancel'
  | 'subscription.trial_ends';

/** What happens in an account by itself, when its time has come. */
export type AccountTask = RecordTask | 'webhook.deliver';

/** What is done then. Each looks first whether it still has a place. */
export type RecordTasks = Readonly<
  Record<RecordTask, (account: Account, id: string, at: number) => void>
>;

import { fallDue } from '../billing/awaitPayment.ts';
import { cancelAtLast } from '../billing/cancelSubscription.ts';
import { noticeTrialEnd } from '../billing/noticeTrialEnd.ts';
import { endPause } from '../billing/pauseSubscription.ts';
import { startScheduled } from '../billing/startSubscription.ts';
import { retryInvoice } from '../billing/collectInvoice.ts';
import { endPeriod } from '../billing/endPeriod.ts';
import { settleRefund } from '../billing/settleRefund.ts';
import type { Account } from '../store/createAccount.ts';
import { changeSessionState } from './changeSessionState.ts';
import { endPayment } from './endPayment.ts';

export type CheckoutTask =
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

/** What happens by itself when its time has come. Each looks first whether it still has a place. */
export type CheckoutTasks = Readonly<
  Record<CheckoutTask, (account: Account, id: string, at: number) => void>
>;

export const checkoutTasks: CheckoutTasks = {
  'session.expire'(account, id, at) {
    const session = account.records.sessions.get(id);
    if (session?.state === 'open') changeSessionState(account, session, 'expire', at);
  },
  'challenge.time_out'(account, id, at) {
    const payment = account.records.payments.get(id);
    if (payment?.status !== 'requires_action') return;
    endPayment(account, payment, { kind: 'decline', code: 'authentication_timeout' }, at);
  },
  'payment.settle'(account, id, at) {
    const payment = account.records.payments.get(id);
    if (payment?.status === 'processing') endPayment(account, payment, { kind: 'succeed' }, at);
  },
  'refund.settle': settleRefund,
  'invoice.retry': retryInvoice,
  'invoice.fall_due': fallDue,
  'subscription.end_period': endPeriod,
  'subscription.start': startScheduled,
  'subscription.resume': endPause,
  'subscription.cancel': cancelAtLast,
  'subscription.trial_ends': noticeTrialEnd,
};

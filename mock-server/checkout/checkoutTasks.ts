import { fallDue } from '../billing/invoices/fallDue.ts';
import { cancelAtLast } from '../billing/subscriptions/cancelSubscription.ts';
import { retryInvoice } from '../billing/payments/collectInvoice.ts';
import { endPeriod } from '../billing/renewal/endPeriod.ts';
import { noticeTrialEnd } from '../billing/trials/noticeTrialEnd.ts';
import { endPause } from '../billing/subscriptions/endPause.ts';
import { settleRefund } from '../billing/refunds/settleRefund.ts';
import { startScheduled } from '../billing/subscriptions/startSubscription.ts';
import type { RecordTasks } from '../store/AccountTask.ts';
import { changeSessionState } from './changeSessionState.ts';
import { endPayment } from './paying/endPayment.ts';

/** What happens by itself when its time has come. */
export const checkoutTasks: RecordTasks = {
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

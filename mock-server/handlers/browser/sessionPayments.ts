import { endPayment } from '../../checkout/paying/endPayment.ts';
import { paySession } from '../../checkout/paying/paySession.ts';
import { toPayment } from '../../checkout/showing/toPayment.ts';
import { toPublicSession } from '../../checkout/showing/toPublicSession.ts';
import { withdrawSpent } from '../../checkout/discounts/withdrawSpent.ts';
import { Problem } from '../../domain/requests/Problem.ts';
import { paymentBodySchema, paymentSchema, type PaymentBody } from '../../schemas/payment.ts';
import type { Account } from '../../store/createAccount.ts';
import type { PaymentRecord } from '../../store/records/PaymentRecord.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';
import type { Answer } from '../operations/perform.ts';
import type { PathParams, Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';
import { sessionOperation, type SessionCall } from './sessionOperation.ts';

function find(account: Account, session: SessionRecord, params: PathParams): PaymentRecord {
  const id = params['id'] ?? '';
  const payment = session.payment_ids.includes(id) ? account.records.payments.get(id) : undefined;
  if (!payment) throw Problem.notFound('payment');
  return payment;
}

function cancel(account: Account, payment: PaymentRecord, now: number): PaymentRecord {
  if (payment.status === 'requires_action')
    return endPayment(account, payment, { kind: 'cancel' }, now);
  if (payment.status === 'canceled') return payment;
  throw new Problem(
    409,
    'payment_not_cancelable',
    'Only a payment that waits for the shopper can be given up. Retrieve it to see how it ended.',
  );
}

function pay(context: ServerContext, call: SessionCall<PaymentBody>): Answer {
  const { account, body, origin, now } = call;
  const isOpen = call.session.state === 'open';
  const session = isOpen ? withdrawSpent(account, call.session, now) : call.session;
  const view = (): object => {
    const current = account.records.sessions.get(session.id) ?? session;
    return toPublicSession(account, current, origin, now);
  };
  if (isOpen && body.expected_amount_atom !== session.amount_total_atom) {
    const isSpent = session !== call.session;
    const what = isSpent ? 'The discount has been used up by others' : 'The total has changed';
    const detail = `${what}. Nothing was charged. Show the new total and ask again.`;
    const members = { ...(isSpent && { reason: 'exhausted' }), session: view() };
    return new Problem(409, 'amount_changed', detail, { members });
  }
  const payment = paySession(account, session, body, now);
  if (payment?.challenge_id) context.store.publish(payment.challenge_id, account);
  if (payment?.status !== 'failed' || payment.asked_tier !== null) {
    return { status: 200, body: toPayment(account, session.id, payment, origin, now) };
  }
  return new Problem(402, 'card_declined', 'The card was declined. Nothing was charged.', {
    members: {
      decline_code: payment.decline_code,
      recoverable: true,
      payment_intent_id: payment.id,
      session: view(),
    },
  });
}

/** `/api/checkout/session/payments`: pay, follow a payment, give it up. */
export function sessionPayments(context: ServerContext): Route[] {
  return [
    sessionOperation(context, 'POST', '/payments', {
      summary: 'Pay a checkout session',
      body: paymentBodySchema,
      answer: { status: 200, schema: () => paymentSchema },
      refusals: [402, 409, 410],
      decide: (call) => pay(context, call),
    }),
    sessionOperation(context, 'GET', '/payments/:id', {
      summary: 'Retrieve an attempt to pay',
      answer: { status: 200, schema: () => paymentSchema },
      decide({ account, session, params, origin, now }) {
        const payment = find(account, session, params);
        return { status: 200, body: toPayment(account, session.id, payment, origin, now) };
      },
    }),
    sessionOperation(context, 'POST', '/payments/:id/cancel', {
      summary: 'Give up an attempt to pay',
      answer: { status: 200, schema: () => paymentSchema },
      decide({ account, session, params, origin, now }) {
        const payment = cancel(account, find(account, session, params), now);
        return { status: 200, body: toPayment(account, session.id, payment, origin, now) };
      },
    }),
  ];
}

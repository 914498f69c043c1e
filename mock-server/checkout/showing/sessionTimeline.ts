import { isoTime } from '../../domain/time/isoTime.ts';
import { attemptView } from '../../resources/attemptView.ts';
import { deliveryView } from '../../resources/deliveryView.ts';
import type { Moment } from '../../schemas/timeline.ts';
import type { Account } from '../../store/createAccount.ts';
import type { EventRecord } from '../../store/records/EventRecord.ts';
import type { PaymentRecord } from '../../store/records/PaymentRecord.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';

const titles: Readonly<Record<PaymentRecord['status'], string>> = {
  succeeded: 'Paid',
  failed: 'Declined',
  requires_action: 'Waits for 3-D Secure',
  processing: 'Waits for the bank',
  canceled: 'Given up',
};

function paymentMoments(payment: PaymentRecord): Moment[] {
  const { id, status, card, decline_code: code, asked_tier: asked } = payment;
  const at = isoTime(payment.created_at);
  const moment: Moment = {
    at,
    kind: 'payment',
    title: asked === null ? titles[status] : 'Declined; another price is offered',
    detail: [`${card.brand} ending in ${card.last4}`, code].filter((part) => part).join(', '),
    payment_intent_id: id,
    status,
    decline_code: code,
    attempts: payment.attempts.map(attemptView),
  };
  if (payment.challenge_id === null) return [moment];
  const title = 'The bank asks for 3-D Secure';
  const detail = status === 'requires_action' ? 'Not answered yet' : titles[status];
  return [moment, { at, kind: 'challenge', title, detail, payment_intent_id: id, status }];
}

function endMoments({ records }: Account, session: SessionRecord): Moment[] {
  const { state, completed_at: at } = session;
  if (state === 'completed') {
    const invoice = records.invoices.get(session.invoice_id ?? '');
    const detail = invoice?.out_of_band ? 'Out of band' : '';
    return [
      { at: isoTime(at ?? session.updated_at), kind: 'completed', title: 'Completed', detail },
    ];
  }
  if (state !== 'expired') return [];
  return [{ at: isoTime(session.updated_at), kind: 'expired', title: 'Expired', detail: '' }];
}

function creation({ created_at: at, expires_at: end, request_id: id }: SessionRecord): Moment {
  const detail = `Expires ${isoTime(end)}`;
  const request = id !== undefined && { request_id: id };
  return { at: isoTime(at), kind: 'created', title: 'Created', detail, ...request };
}

function openingMoments({ opened }: SessionRecord): Moment[] {
  if (!opened) return [];
  const { at, request_id } = opened;
  return [
    { at: isoTime(at), kind: 'opened', title: 'Opened by the shopper', detail: '', request_id },
  ];
}

function promotionMoments({ promotion_changes: changes }: SessionRecord): Moment[] {
  return changes.map(({ at, code }) => ({
    at: isoTime(at),
    kind: 'promotion_code',
    title: code === null ? 'Promotion code taken off' : 'Promotion code applied',
    detail: code ?? '',
  }));
}

/** Whether an event is about the session, or about something that came of it. */
function isAbout(session: SessionRecord, { object }: EventRecord): boolean {
  const {
    id,
    checkout_session_id: of,
    invoice_id: bill,
  } = object as Readonly<Record<string, unknown>>;
  // A refund knows what it gives back, and not for which session that was paid.
  const isOfItsBill = session.invoice_id !== null && bill === session.invoice_id;
  return id === session.id || of === session.id || isOfItsBill;
}

function eventMoments(account: Account, session: SessionRecord): Moment[] {
  const { events, deliveries } = account.records;
  const about = [...events.values()].filter((event) => isAbout(session, event));
  const ids = new Set(about.map(({ id }) => id));
  const made = [...deliveries.values()].filter(({ event_id: id }) => ids.has(id)).map(deliveryView);
  return about.map(({ id, type, created_at: at }) => {
    const own = made.filter(({ event_id: of }) => of === id);
    const arrived = own.filter(({ state }) => state === 'succeeded').length;
    return {
      at: isoTime(at),
      kind: 'event',
      title: type,
      detail:
        own.length === 0
          ? 'Nobody is told'
          : `${String(arrived)} of ${String(own.length)} deliveries arrived`,
      event_id: id,
      deliveries: own,
    };
  });
}

/** What has become of a session, in the order in which it came. */
export function sessionTimeline(account: Account, session: SessionRecord): Moment[] {
  const payments = session.payment_ids.flatMap((id) => account.records.payments.get(id) ?? []);
  const moments: Moment[] = [
    creation(session),
    ...openingMoments(session),
    ...promotionMoments(session),
    ...payments.flatMap(paymentMoments),
    ...endMoments(account, session),
    ...eventMoments(account, session),
  ];
  return moments.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

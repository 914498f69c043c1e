import { formatMoney } from '../../page-parts/format.ts';
import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import type { Moment as ToldMoment } from '../../schemas/timeline.ts';
import type { Page } from '../api/Page.ts';
import { cardOfPaymentIntent, type PaymentIntent } from '../api/PaymentIntent.ts';
import { formatCount } from '../format/formatCount.ts';

/** Something that became of a session. */
export interface Moment {
  readonly key: string;
  readonly at: string;
  readonly look: 'good' | 'bad' | 'warn' | '';
  readonly title: string;
  readonly detail: string;
  readonly payment?: PaymentIntent;
  /** The request that it came with. */
  readonly requestId?: string;
}

/** The newest attempts to pay a session, and how many there are. */
type Attempts = Pick<Page<PaymentIntent>, 'data' | 'total'>;

const looks: Readonly<Record<string, Moment['look']>> = {
  succeeded: 'good',
  failed: 'bad',
  requires_action: 'warn',
  processing: 'warn',
};

const waiting: Readonly<Record<string, string>> = {
  requires_action: 'waits for the bank’s question to be answered',
  processing: 'waits for the bank',
  canceled: 'given up',
};

/**
 * `$9.00 charged on tier 3`, `declined on all 3 tiers`. Tiers are counted from the order itself, which is the first.
 */
const outcomeOf = (
  { status, amount_atom: atom, currency, attempts }: PaymentIntent,
  cascades: boolean,
): string => {
  const last = attempts.at(-1)?.tier ?? 0;
  if (status === 'succeeded') {
    const amount = currency === null ? '' : formatMoney(atom, currency, 'en');
    return `${amount} charged${cascades ? ` on tier ${String(last + 1)}` : ''}`;
  }
  if (status !== 'failed') return waiting[status] ?? status;
  const asked = new Set(attempts.map(({ tier }) => tier)).size;
  return asked > 1 ? `declined on ${String(asked)} tiers` : 'declined';
};

const momentOf = (payment: PaymentIntent, number: number, cascades: boolean): Moment => ({
  key: payment.id,
  at: payment.created_at,
  look: looks[payment.status] ?? '',
  title: `Attempt ${String(number)}: ${outcomeOf(payment, cascades)}`,
  detail: [cardOfPaymentIntent(payment), payment.decline_code]
    .filter((part) => part !== null)
    .join(' · '),
  payment,
});

const createdOf = ({ created_at: at }: CheckoutSession, told: readonly ToldMoment[]): Moment => {
  const requestId = told.find(({ kind }) => kind === 'created')?.request_id;
  const request = requestId !== undefined && { requestId };
  return { key: 'created', at, look: '', title: 'Created', detail: '', ...request };
};

const endOf = (session: CheckoutSession): Moment[] => {
  const { state, completed_at: completed, payment_intent_id: payment } = session;
  if (completed !== null) {
    const free = session.amount_total_atom === 0 || payment !== null;
    const title = free ? 'Completed' : 'Completed out of band';
    return [{ key: 'end', at: completed, look: 'good', title, detail: '' }];
  }
  if (state !== 'expired') return [];
  return [{ key: 'end', at: session.updated_at, look: '', title: 'Expired', detail: '' }];
};

/** Those of the attempts that the list does not go back to. */
const earlierOf = ({ data, total }: Attempts): Moment[] => {
  const oldest = data.at(-1);
  const rest = total - data.length;
  if (!oldest || rest <= 0) return [];
  const title = `${formatCount(rest)} earlier ${rest === 1 ? 'attempt' : 'attempts'}`;
  return [{ key: 'earlier', at: oldest.created_at, look: '', title, detail: '' }];
};

/** What the shopper did besides paying: opened the page, tried codes. Newest first. */
const deedsOf = (told: readonly ToldMoment[]): Moment[] =>
  told
    .filter(({ kind }) => kind === 'opened' || kind === 'promotion_code')
    .map(({ at, title, detail, request_id: requestId }, index) => ({
      key: `deed ${String(index)}`,
      at,
      look: '' as const,
      title,
      detail,
      ...(requestId !== undefined && { requestId }),
    }))
    .reverse();

/**
 * What has become of a session, newest first. `payments`: as the API lists them, newest first; `told`: the server's own
 * timeline, oldest first.
 */
export const timelineOf = (
  session: CheckoutSession,
  payments: Attempts,
  told: readonly ToldMoment[] = [],
): readonly Moment[] => {
  const cascades = session.cascade_tiers !== null;
  const tried = payments.data.map((payment, index) =>
    momentOf(payment, payments.total - index, cascades),
  );
  const moments = [
    ...endOf(session),
    ...tried,
    ...earlierOf(payments),
    ...deedsOf(told),
    createdOf(session, told),
  ];
  return moments.sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
};

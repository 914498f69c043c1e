import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import type { Moment as ToldMoment } from '../../schemas/timeline.ts';
import type { Page } from '../api/Page.ts';
import type { PaymentIntent } from '../api/PaymentIntent.ts';
import { PaymentTrail } from '../payments/PaymentTrail.tsx';
import { hrefOf, withQuery } from '../route/Place.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useLoaded } from '../useLoaded.ts';
import { Icon, type IconName } from '../views/Icon.tsx';
import { Time } from '../views/Time.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';
import { tierOf } from './tierOf.ts';
import { timelineOf, type Moment } from './timelineOf.ts';

const drawings: Readonly<Record<Moment['look'], IconName>> = {
  good: 'done',
  bad: 'failed',
  warn: 'clock',
  '': 'mark',
};

const noAttempts = { data: [], total: 0 };

const isSameDay = (one: string, other: string): boolean => one.slice(0, 10) === other.slice(0, 10);

const PaymentPart = ({
  session,
  payment,
}: {
  session: CheckoutSession;
  payment: PaymentIntent;
}) => (
  <PaymentTrail
    attempts={payment.attempts}
    {...(session.cascade_tiers !== null && {
      tierOf: (tier: number) => tierOf(session, tier),
    })}
  />
);

/** To the request log, where this one request is looked for. */
const RequestLink = ({ id }: { id: string }) => {
  const { accountId } = useDashboard();
  const log = hrefOf(accountId, 'requests');
  return (
    <a class="code" href={withQuery(log, new URLSearchParams(), { filter: id })}>
      {id}
    </a>
  );
};

const MomentItem = ({ session, moment }: { session: CheckoutSession; moment: Moment }) => {
  const { accountId } = useDashboard();
  const { at, look, title, detail, payment, requestId } = moment;
  return (
    <li>
      <span class={`dot ${look}`}>
        <Icon name={drawings[look]} />
      </span>
      <b>{title}</b>
      <span class="small muted num">
        <Time at={at} as={isSameDay(at, session.created_at) ? 'day' : 'full'} />
        {detail !== '' && ` · ${detail}`}
        {payment && (
          <>
            {' · '}
            <a class="code" href={hrefOf(accountId, 'payments', payment.id)}>
              {payment.id}
            </a>
          </>
        )}
        {requestId !== undefined && (
          <>
            {' · '}
            <RequestLink id={requestId} />
          </>
        )}
      </span>
      {payment && <PaymentPart {...{ session, payment }} />}
    </li>
  );
};

/** What has become of a session, newest first, with what each processor said. */
export const TimelineCard = ({ session }: { session: CheckoutSession }) => {
  const at = useAccountPath();
  const query = `checkout_session_id=${encodeURIComponent(session.id)}&limit=100`;
  const loaded = useLoaded<Page<PaymentIntent>>(at(`api/payment-intents?${query}`), [
    'checkout_session',
    'payment_intent',
    'clock',
  ]);
  const { value, trouble, reload } = loaded;
  const told = useLoaded<Pick<Page<ToldMoment>, 'data'>>(
    at(`sessions/${encodeURIComponent(session.id)}/timeline`),
    ['checkout_session'],
  );
  return (
    <div class="card">
      <header>
        <h2>Timeline</h2>
      </header>
      {trouble ? (
        <div class="pad">
          <TroubleNote what="The payments could not be read." trouble={trouble} onRetry={reload} />
        </div>
      ) : (
        <ol class="time" reversed>
          {timelineOf(session, value ?? noAttempts, told.value?.data).map((moment) => (
            <MomentItem key={moment.key} {...{ session, moment }} />
          ))}
        </ol>
      )}
    </div>
  );
};

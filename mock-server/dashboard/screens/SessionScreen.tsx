import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import { hrefOf } from '../route/Place.ts';
import { AccessCard } from '../sessions/AccessCard.tsx';
import { CodeCard } from '../sessions/CodeCard.tsx';
import { EventsCard } from '../sessions/EventsCard.tsx';
import { OrderCard } from '../sessions/OrderCard.tsx';
import { Properties } from '../sessions/Properties.tsx';
import { SettleCard } from '../sessions/SettleCard.tsx';
import { TimelineCard } from '../sessions/TimelineCard.tsx';
import { useDashboard } from '../useDashboard.ts';
import { useRecord } from '../useRecord.ts';
import { Amount } from '../views/Amount.tsx';
import { StateChip } from '../views/StateChip.tsx';
import { Icon } from '../views/Icon.tsx';
import { RecordScreen } from '../views/RecordScreen.tsx';
import { Time } from '../views/Time.tsx';
import { Waiting, WaitingCard } from '../views/Waiting.tsx';

const Heading = ({ session }: { session: CheckoutSession }) => (
  <>
    <span class="num">
      {session.mode === 'setup' ? (
        'Save a card'
      ) : (
        <Amount atom={session.amount_total_atom} currency={session.currency} />
      )}
    </span>{' '}
    <StateChip state={session.state} />
  </>
);

const Below = ({ session }: { session: CheckoutSession }) => (
  <>
    <code>{session.id}</code>
    {session.customer_email !== null && ` · ${session.customer_email}`} ·{' '}
    {session.completed_at === null ? 'created' : 'completed'}{' '}
    <Time at={session.completed_at ?? session.created_at} as="full" />
  </>
);

const Actions = ({ session }: { session: CheckoutSession }) => {
  const { accountId } = useDashboard();
  const create = hrefOf(accountId, 'checkout-sessions', 'new');
  return (
    <>
      <a class="btn" href={`${create}?from=${encodeURIComponent(session.id)}`}>
        Duplicate
      </a>
      <a class="btn" href={session.url} target="_blank" rel="noreferrer">
        <Icon name="out" />
        Open checkout
      </a>
    </>
  );
};

const Details = ({ session }: { session: CheckoutSession }) => (
  <>
    <AccessCard session={session} />
    <div class="split">
      <div class="stack">
        <OrderCard session={session} />
        <TimelineCard session={session} />
        <CodeCard session={session} />
        <EventsCard sessionId={session.id} />
      </div>
      <aside class="stack" aria-label="Properties">
        <SettleCard session={session} />
        <Properties session={session} />
      </aside>
    </div>
  </>
);

/** One checkout session: how to hand it to its shopper, what it is, and what has become of it. */
export const SessionScreen = () => {
  const kinds = ['checkout_session', 'payment_intent', 'clock'] as const;
  const loaded = useRecord<CheckoutSession>('checkout-sessions', kinds, '?expand=custom_fields');
  return (
    <RecordScreen
      what="Checkout session"
      list="Checkout Sessions"
      loaded={loaded}
      heading={(session) => <Heading session={session} />}
      actions={(session) => <Actions session={session} />}
      below={(session) => <Below session={session} />}
      waiting={
        <>
          <WaitingCard height={5} />
          <Waiting cards={[3, 3, 4]} beside={[4, 8]} />
        </>
      }
    >
      {(session) => <Details session={session} />}
    </RecordScreen>
  );
};

import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import { hrefOf } from '../route/Place.ts';
import { AccessCard } from '../sessions/AccessCard.tsx';
import { CodeCard } from '../sessions/CodeCard.tsx';
import { EventsCard } from '../sessions/EventsCard.tsx';
import { OrderCard } from '../sessions/OrderCard.tsx';
import { Properties } from '../sessions/Properties.tsx';
import { SettleCard } from '../sessions/SettleCard.tsx';
import { TimelineCard } from '../sessions/TimelineCard.tsx';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useLoaded } from '../useLoaded.ts';
import { Amount } from '../views/Amount.tsx';
import { StateChip } from '../views/Chip.tsx';
import { Icon } from '../views/Icon.tsx';
import { Screen } from '../views/Screen.tsx';
import { Time } from '../views/Time.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';
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
  <p class="small muted num">
    <code>{session.id}</code>
    {session.customer_email !== null && ` · ${session.customer_email}`} ·{' '}
    {session.completed_at === null ? (
      <>
        created <Time at={session.created_at} as="full" />
      </>
    ) : (
      <>
        completed <Time at={session.completed_at} as="full" />
      </>
    )}
  </p>
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
  const { accountId, place } = useDashboard();
  const at = useAccountPath();
  const id = place.id ?? '';
  const path = at(`api/checkout-sessions/${encodeURIComponent(id)}?expand=custom_fields`);
  const loaded = useLoaded<CheckoutSession>(path, ['checkout_session', 'payment_intent', 'clock']);
  const { value: session, trouble, reload } = loaded;
  const waiting = !session && !trouble;
  return (
    <Screen
      title={`Checkout session ${id}`}
      crumb={{ href: hrefOf(accountId, 'checkout-sessions'), text: 'Checkout Sessions' }}
      waiting={waiting}
      {...(session && {
        heading: <Heading session={session} />,
        actions: <Actions session={session} />,
        below: <Below session={session} />,
      })}
    >
      {trouble && (
        <TroubleNote
          what="The checkout session could not be read."
          trouble={trouble}
          onRetry={reload}
        />
      )}
      {session && <Details session={session} />}
      {waiting && (
        <>
          <WaitingCard height={5} />
          <Waiting cards={[3, 3, 4]} beside={[4, 8]} />
        </>
      )}
    </Screen>
  );
};

import type { Subscription } from '../api/Subscription.ts';
import { intervalWords } from '../format/priceWords.ts';
import { hrefOf } from '../route/Place.ts';
import { ChangeCard } from '../subscriptions/ChangeCard.tsx';
import { DetailsCard } from '../subscriptions/DetailsCard.tsx';
import { InvoicesCard } from '../subscriptions/InvoicesCard.tsx';
import { ItemsCard } from '../subscriptions/ItemsCard.tsx';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useLoaded, type Loaded } from '../useLoaded.ts';
import { Amount } from '../views/Amount.tsx';
import { StateChip } from '../views/Chip.tsx';
import { Screen } from '../views/Screen.tsx';
import { Time } from '../views/Time.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';
import { Waiting } from '../views/Waiting.tsx';

const Heading = ({ subscription }: { subscription: Subscription }) => (
  <>
    <span class="num">
      <Amount atom={subscription.amount_total_atom} currency={subscription.currency} />{' '}
      <span class="muted">{intervalWords(subscription)}</span>
    </span>{' '}
    <StateChip state={subscription.state} />
  </>
);

const Cards = ({ loaded }: { loaded: Loaded<Subscription> }) => {
  const { value: subscription, refresh } = loaded;
  if (!subscription) return null;
  return (
    <div class="split">
      <div class="stack">
        <ItemsCard subscription={subscription} />
        {subscription.customer_id !== null && (
          <InvoicesCard customerId={subscription.customer_id} subscriptionId={subscription.id} />
        )}
      </div>
      <aside class="stack" aria-label="Properties">
        <ChangeCard subscription={subscription} onChanged={refresh} />
        <DetailsCard subscription={subscription} />
      </aside>
    </div>
  );
};

/** One subscription: what is charged when, and ways to pause and to cancel it. */
export const SubscriptionScreen = () => {
  const { accountId, place } = useDashboard();
  const at = useAccountPath();
  const id = place.id ?? '';
  const path = at(`api/subscriptions/${encodeURIComponent(id)}`);
  const loaded = useLoaded<Subscription>(path, ['checkout_session', 'event', 'clock']);
  const { value: subscription, trouble, reload } = loaded;
  const waiting = !subscription && !trouble;
  return (
    <Screen
      title={`Subscription ${id}`}
      crumb={{ href: hrefOf(accountId, 'subscriptions'), text: 'Subscriptions' }}
      waiting={waiting}
      heading={subscription && <Heading subscription={subscription} />}
      below={
        subscription && (
          <p class="small muted num">
            <code>{id}</code> · <Time at={subscription.created_at} as="full" />
          </p>
        )
      }
    >
      {waiting && <Waiting cards={[2, 4]} beside={[3, 8]} />}
      {trouble && (
        <TroubleNote
          what="The subscription could not be read."
          trouble={trouble}
          onRetry={reload}
        />
      )}
      <Cards loaded={loaded} />
    </Screen>
  );
};

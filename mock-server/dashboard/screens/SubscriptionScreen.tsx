import type { Subscription } from '../api/Subscription.ts';
import { intervalWords } from '../format/priceWords.ts';
import { ChangeCard } from '../subscriptions/ChangeCard.tsx';
import { DetailsCard } from '../subscriptions/DetailsCard.tsx';
import { InvoicesCard } from '../subscriptions/InvoicesCard.tsx';
import { ItemsCard } from '../subscriptions/ItemsCard.tsx';
import { useRecord } from '../useRecord.ts';
import { Amount } from '../views/Amount.tsx';
import { StateChip } from '../views/StateChip.tsx';
import { RecordScreen } from '../views/RecordScreen.tsx';
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

/** One subscription: what is charged when, and ways to pause and to cancel it. */
export const SubscriptionScreen = () => {
  const kinds = ['checkout_session', 'event', 'clock'] as const;
  const loaded = useRecord<Subscription>('subscriptions', kinds);
  return (
    <RecordScreen
      what="Subscription"
      list="Subscriptions"
      loaded={loaded}
      heading={(subscription) => <Heading subscription={subscription} />}
      waiting={<Waiting cards={[2, 4]} beside={[3, 8]} />}
    >
      {(subscription) => (
        <div class="split">
          <div class="stack">
            <ItemsCard subscription={subscription} />
            {subscription.customer_id !== null && (
              <InvoicesCard
                customerId={subscription.customer_id}
                subscriptionId={subscription.id}
              />
            )}
          </div>
          <aside class="stack" aria-label="Properties">
            <ChangeCard subscription={subscription} onChanged={loaded.refresh} />
            <DetailsCard subscription={subscription} />
          </aside>
        </div>
      )}
    </RecordScreen>
  );
};

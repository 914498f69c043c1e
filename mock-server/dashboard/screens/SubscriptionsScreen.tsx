import { formatMoney } from '../../page-parts/format.ts';
import { intervalWords } from '../format/priceWords.ts';
import { hrefOf } from '../route/Place.ts';
import { useCustomerNames } from '../useCustomerNames.ts';
import { useDashboard } from '../useDashboard.ts';
import { StateChip } from '../views/Chip.tsx';
import { Nothing } from '../views/Nothing.tsx';
import { RecordList } from '../views/RecordList.tsx';
import { Screen } from '../views/Screen.tsx';
import type { Column } from '../views/Table.tsx';
import { Time } from '../views/Time.tsx';

interface Subscription {
  readonly id: string;
  readonly state: string;
  readonly checkout_session_id: string | null;
  readonly customer_id: string | null;
  readonly currency: string;
  readonly billing_interval: string;
  readonly billing_interval_count: number;
  readonly amount_total_atom: number;
  readonly current_period_end: string;
  readonly cancelled_at: string | null;
  readonly paused_at: string | null;
  readonly resumes_at: string | null;
}

/** When it is charged next; nothing where that is not known. */
const renewalOf = (subscription: Subscription): string | null => {
  if (subscription.cancelled_at !== null) return null;
  return subscription.paused_at === null
    ? subscription.current_period_end
    : subscription.resumes_at;
};

const columns = (
  accountId: string,
  names: ReadonlyMap<string, string>,
): readonly Column<Subscription>[] => [
  {
    name: 'Subscription',
    place: 'c',
    cell: ({ id, checkout_session_id: session }) =>
      session === null ? (
        <code>{id}</code>
      ) : (
        <a class="go code" href={hrefOf(accountId, 'checkout-sessions', session)}>
          {id}
        </a>
      ),
  },
  { name: 'State', place: 'b', cell: ({ state }) => <StateChip state={state} /> },
  { name: 'Customer', place: 'c', cell: ({ customer_id: id }) => names.get(id ?? '') ?? id ?? '–' },
  {
    name: 'Price',
    place: 'a',
    look: 'num end nowrap',
    cell: ({ amount_total_atom: atom, currency, ...interval }) => (
      <>
        {formatMoney(atom, currency, 'en')} <span class="muted">{intervalWords(interval)}</span>
      </>
    ),
  },
  {
    name: 'Renews',
    place: 'c',
    look: 'num nowrap',
    label: 'Renews:',
    cell(subscription) {
      const at = renewalOf(subscription);
      return at === null ? '–' : <Time at={at} />;
    },
  },
];

/** Transactions → Subscriptions. Each leads to the session it was made by. */
export const SubscriptionsScreen = () => {
  const { accountId } = useDashboard();
  return (
    <Screen title="Subscriptions">
      <RecordList
        what="subscriptions"
        path="api/subscriptions"
        kinds={['checkout_session', 'event', 'clock']}
        columns={columns(accountId, useCustomerNames())}
        empty={
          <Nothing
            title="No subscriptions yet"
            text="A subscription is made when a session with a recurring price is paid."
          />
        }
      />
    </Screen>
  );
};

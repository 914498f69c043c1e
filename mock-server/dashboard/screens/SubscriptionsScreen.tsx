import type { ComponentChildren } from 'preact';
import { formatMoney } from '../../page-parts/format.ts';
import type { Subscription } from '../api/Subscription.ts';
import { intervalWords } from '../format/priceWords.ts';
import { hrefOf } from '../route/Place.ts';
import { nextTurn } from '../subscriptions/nextTurn.ts';
import { useCustomerNames } from '../customers/useCustomerNames.tsx';
import { useDashboard } from '../useDashboard.ts';
import { StateChip } from '../views/Chip.tsx';
import { lookOfState } from '../views/lookOfState.ts';
import { Nothing } from '../lists/Nothing.tsx';
import { RecordList } from '../lists/RecordList.tsx';
import { Screen } from '../views/Screen.tsx';
import { Search } from '../lists/Search.tsx';
import type { Column } from '../lists/Table.tsx';
import { Time } from '../views/Time.tsx';

const Next = ({ subscription }: { subscription: Subscription }) => {
  const turn = nextTurn(subscription);
  if (!turn) return <>–</>;
  return (
    <>
      <span class="muted">{turn.words}</span> <Time at={turn.at} />
    </>
  );
};

const columns = (
  accountId: string,
  nameOf: (customerId: string) => ComponentChildren,
): readonly Column<Subscription>[] => [
  {
    name: 'Subscription',
    place: 'c',
    cell: ({ id }) => (
      <a class="go code" href={hrefOf(accountId, 'subscriptions', id)}>
        {id}
      </a>
    ),
  },
  { name: 'State', place: 'b', cell: ({ state }) => <StateChip state={state} /> },
  { name: 'Customer', place: 'c', cell: ({ customer_id: id }) => (id === null ? '–' : nameOf(id)) },
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
    name: 'Next',
    place: 'c',
    look: 'num',
    cell: (subscription) => <Next subscription={subscription} />,
  },
];

/** Transactions → Subscriptions. What renews, when, and for how much. */
export const SubscriptionsScreen = () => {
  const names = useCustomerNames();
  const { accountId } = useDashboard();
  return (
    <Screen
      title="Subscriptions"
      actions={<Search what="subscriptions" by="Id, state or customer" />}
    >
      <RecordList
        what="subscriptions"
        path="api/subscriptions"
        kinds={['checkout_session', 'event', 'clock']}
        columns={columns(accountId, names.show)}
        textOf={({ id, state, customer_id: customer }) =>
          `${id} ${lookOfState(state)[1]} ${names.textOf(customer)}`
        }
        empty={
          <Nothing
            bySession
            title="No subscriptions yet"
            text="A subscription is made when a session with a recurring price is paid."
          />
        }
      />
    </Screen>
  );
};

import type { ComponentChildren } from 'preact';
import { formatMoney } from '../../page-parts/format.ts';
import type { Subscription } from '../api/Subscription.ts';
import { intervalWords } from '../format/priceWords.ts';
import type { Column } from '../lists/Table.tsx';
import { hrefOf } from '../route/Place.ts';
import { StateChip } from '../views/StateChip.tsx';
import { Time } from '../views/Time.tsx';
import { nextTurn } from './nextTurn.ts';

const Next = ({ subscription }: { subscription: Subscription }) => {
  const turn = nextTurn(subscription);
  if (!turn) return <>–</>;
  return (
    <>
      <span class="muted">{turn.words}</span> <Time at={turn.at} />
    </>
  );
};

/** The list of subscriptions. `nameOf`: who a customer is. */
export const subscriptionColumns = (
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

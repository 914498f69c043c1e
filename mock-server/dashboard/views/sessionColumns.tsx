import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import { intervalWords } from '../format/priceWords.ts';
import { hrefOf } from '../route/Place.ts';
import { Amount } from './Amount.tsx';
import { StateChip } from './Chip.tsx';
import type { Column } from './Table.tsx';
import { createdColumn } from './createdColumn.tsx';

type Names = ReadonlyMap<string, string>;

const Payer = ({ session, names }: { session: CheckoutSession; names: Names }) => {
  const { customer_email: email, customer_id: id } = session;
  const name = id === null ? email : names.get(id);
  if (name !== undefined && name !== null) return <>{name}</>;
  return id === null ? <span class="muted">No customer yet</span> : <code>{id}</code>;
};

const SessionAmount = ({ session }: { session: CheckoutSession }) => {
  if (session.mode === 'setup') return <span class="muted">Setup, no charge</span>;
  // What is paid once among them is not paid per month.
  const [recurring] = session.line_items.every((item) => item.billing_interval !== null)
    ? session.line_items
    : [];
  return (
    <>
      <Amount atom={session.amount_total_atom} currency={session.currency} />
      {recurring && <span class="muted"> {intervalWords(recurring)}</span>}
    </>
  );
};

/** The list of checkout sessions. */
export const sessionColumns = (
  accountId: string,
  names: Names,
): readonly Column<CheckoutSession>[] => [
  {
    name: 'Session',
    place: 'c',
    cell: ({ id }) => (
      <a class="go code" href={hrefOf(accountId, 'checkout-sessions', id)}>
        {id}
      </a>
    ),
  },
  { name: 'State', place: 'b', cell: ({ state }) => <StateChip state={state} /> },
  { name: 'Customer', place: 'c', cell: (session) => <Payer {...{ session, names }} /> },
  {
    name: 'Amount',
    place: 'a',
    look: 'num end nowrap',
    cell: (session) => <SessionAmount session={session} />,
  },
  createdColumn,
];

import type { Customer } from '../api/Catalogue.ts';
import { hrefOf, withQuery } from '../route/Place.ts';
import { useDashboard } from '../useDashboard.ts';
import { Breakable } from '../views/Breakable.tsx';
import { Nothing } from '../lists/Nothing.tsx';
import { RecordList } from '../lists/RecordList.tsx';
import { Screen } from '../views/Screen.tsx';
import { Search } from '../lists/Search.tsx';
import type { Column } from '../lists/Table.tsx';
import { createdColumn } from '../lists/createdColumn.tsx';

type Listed = Customer & { readonly created_at: string };

const columns = (accountId: string): readonly Column<Listed>[] => [
  {
    name: 'Email',
    place: 'a',
    // A customer has no page of their own: what they bought is in their sessions.
    cell: ({ id, email }) => (
      <a
        class="go"
        href={withQuery(hrefOf(accountId, 'checkout-sessions'), new URLSearchParams(), {
          filter: id,
        })}
        title="Checkout sessions of this customer"
      >
        <Breakable text={email} />
      </a>
    ),
  },
  {
    name: 'Name',
    place: 'c',
    cell: ({ name }) => name ?? <span class="muted">No name</span>,
  },
  { name: 'Id', place: 'c', cell: ({ id }) => <code class="code">{id}</code> },
  createdColumn,
];

/** Transactions → Customers: who pays. */
export const CustomersScreen = () => {
  const { accountId } = useDashboard();
  return (
    <Screen title="Customers" actions={<Search what="customers" by="Email, name or id" />}>
      <RecordList
        what="customers"
        path="api/customers"
        kinds={['event', 'checkout_session']}
        columns={columns(accountId)}
        textOf={({ id, email, name }) => `${id} ${email} ${name ?? ''}`}
        empty={
          <Nothing
            title="No customers yet"
            text="A customer is made with the API, or from the email a shopper pays with."
          />
        }
      />
    </Screen>
  );
};

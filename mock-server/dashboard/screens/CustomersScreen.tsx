import type { ListedCustomer } from '../api/Catalogue.ts';
import { hrefOf } from '../route/Place.ts';
import { useDashboard } from '../useDashboard.ts';
import { Breakable } from '../views/Breakable.tsx';
import { Nothing } from '../lists/Nothing.tsx';
import { RecordList } from '../lists/RecordList.tsx';
import { Screen } from '../views/Screen.tsx';
import { Search } from '../lists/Search.tsx';
import type { Column } from '../lists/Table.tsx';
import { createdColumn } from '../lists/createdColumn.tsx';

const columns = (accountId: string): readonly Column<ListedCustomer>[] => [
  {
    name: 'Email',
    place: 'a',
    cell: ({ id, email }) => (
      <a class="go" href={hrefOf(accountId, 'customers', id)}>
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

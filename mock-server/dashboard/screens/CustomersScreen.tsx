import type { Customer } from '../api/Catalogue.ts';
import { Breakable } from '../views/Breakable.tsx';
import { Nothing } from '../views/Nothing.tsx';
import { RecordList } from '../views/RecordList.tsx';
import { Screen } from '../views/Screen.tsx';
import type { Column } from '../views/Table.tsx';
import { createdColumn } from '../views/createdColumn.tsx';

const columns: readonly Column<Customer & { readonly created_at: string }>[] = [
  { name: 'Email', place: 'a', cell: ({ email }) => <Breakable text={email} /> },
  {
    name: 'Name',
    place: 'c',
    cell: ({ name }) => name ?? <span class="muted">No name</span>,
  },
  { name: 'Id', place: 'c', cell: ({ id }) => <code class="code">{id}</code> },
  createdColumn,
];

/** Transactions → Customers: who pays. */
export const CustomersScreen = () => (
  <Screen title="Customers">
    <RecordList
      what="customers"
      path="api/customers"
      kinds={['event', 'checkout_session']}
      columns={columns}
      empty={
        <Nothing
          title="No customers yet"
          text="A customer is made with the API, or from the email a shopper pays with."
        />
      }
    />
  </Screen>
);

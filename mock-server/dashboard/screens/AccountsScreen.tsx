import { useEffect, useState } from 'preact/hooks';
import type { Api } from '../api/createApi.ts';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import { formatCount } from '../format/formatCount.ts';
import { hrefOf } from '../route/Place.ts';
import { OpenAccountForm } from './OpenAccountForm.tsx';
import { Table, type Column } from '../lists/Table.tsx';
import { Time } from '../views/Time.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';

interface Account {
  readonly id: string;
  readonly sessions: number;
  readonly created_at: string | null;
}

const columns: readonly Column<Account>[] = [
  {
    name: 'Account',
    place: 'a',
    cell: ({ id }) => (
      <a class="go code" href={hrefOf(id)}>
        {id}
      </a>
    ),
  },
  {
    name: 'Checkout sessions',
    place: 'c',
    look: 'num end',
    label: 'Checkout sessions:',
    cell: ({ sessions }) => formatCount(sessions),
  },
  {
    name: 'First used',
    place: 'c',
    look: 'num nowrap',
    label: 'First used:',
    cell: ({ created_at: at }) => (at === null ? 'Not yet' : <Time at={at} />),
  },
];

/** Every account there is, and a way to any other: each is a world of its own. */
export const AccountsScreen = ({ api, onOpen }: { api: Api; onOpen: (id: string) => void }) => {
  const [accounts, setAccounts] = useState<readonly Account[]>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    document.title = 'Accounts · PaymentKit mock server';
    void api.get('/accounts').then((reply) => {
      const wrong = troubleOf(reply);
      setTrouble(wrong);
      if (!wrong) setAccounts(reply.body['data'] as readonly Account[]);
    });
  }, [api, attempt]);
  return (
    <main class="page alone" id="main">
      <section class="stack">
        <div class="head">
          <h1>Accounts</h1>
          <p class="muted">
            Each account of this mock server is a world of its own: sessions, clock and faults. Any
            id works, and is there when it is first used.
          </p>
        </div>
        {trouble ? (
          <TroubleNote
            what="The accounts could not be read."
            trouble={trouble}
            onRetry={() => {
              setAttempt(attempt + 1);
            }}
          />
        ) : (
          <div class="card">
            <Table label="Accounts" columns={columns} rows={accounts} keyOf={({ id }) => id} />
          </div>
        )}
        <OpenAccountForm onOpen={onOpen} />
      </section>
    </main>
  );
};

import { useEffect, useState } from 'preact/hooks';
import type { Api } from '../api/createApi.ts';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import { countWords } from '../format/countWords.ts';
import { formatCount } from '../format/formatCount.ts';
import { hrefOf } from '../route/Place.ts';
import type { Dashboard } from '../useDashboard.ts';
import { OpenAccountForm } from './OpenAccountForm.tsx';
import { filterOf, type Filter } from '../lists/filterOf.ts';
import { FoundCard } from '../lists/FoundCard.tsx';
import { SearchField } from '../lists/SearchField.tsx';
import type { Column } from '../lists/Table.tsx';
import { Time } from '../views/Time.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';

interface Account {
  readonly id: string;
  readonly sessions: number;
  readonly created_at: string | null;
}

type Accounts = readonly Account[];

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

/** Enough to look at; the search finds the others. */
const most = 100;

/** Reads the list once, and again when it is asked to. */
const useAccounts = (api: Api) => {
  const [accounts, setAccounts] = useState<Accounts>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    document.title = 'Accounts · PaymentKit mock server';
    void api.get('/accounts').then((reply) => {
      const wrong = troubleOf(reply);
      setTrouble(wrong);
      if (!wrong) setAccounts(reply.body['data'] as Accounts);
    });
  }, [api, attempt]);
  return {
    ...{ accounts, trouble },
    retry: () => {
      setAttempt(attempt + 1);
    },
  };
};

const Head = ({ filter }: { filter: Filter }) => (
  <div class="head">
    <div class="top">
      <h1>Accounts</h1>
      <div class="acts">
        <SearchField what="accounts" by="Id" filter={filter} />
      </div>
    </div>
    <p class="muted">
      Each account of this mock server is a world of its own: sessions, clock and faults. Any id
      works, and is there when it is first used.
    </p>
  </div>
);

/** Every account there is, and a way to any other: each is a world of its own. */
export const AccountsScreen = ({
  api,
  router,
  place,
}: Pick<Dashboard, 'api' | 'router' | 'place'>) => {
  const { accounts, trouble, retry } = useAccounts(api);
  const filter = filterOf({ router, place });
  const { wanted } = filter;
  return (
    <main class="page alone" id="main">
      <section class="stack">
        <Head filter={filter} />
        {trouble ? (
          <TroubleNote what="The accounts could not be read." trouble={trouble} onRetry={retry} />
        ) : (
          <FoundCard
            label="Accounts, newest first"
            {...{ columns, wanted, most }}
            rows={accounts}
            textOf={({ id }) => id}
            words={(found) => countWords('account', found, wanted.trim(), most)}
          />
        )}
        <OpenAccountForm onOpen={(id) => router.go(hrefOf(id))} />
      </section>
    </main>
  );
};

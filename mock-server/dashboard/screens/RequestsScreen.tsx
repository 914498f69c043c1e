import { useEffect, useState } from 'preact/hooks';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useLoaded } from '../useLoaded.ts';
import { Breakable } from '../views/Breakable.tsx';
import { Chip, type Tone } from '../views/Chip.tsx';
import { Nothing } from '../views/Nothing.tsx';
import { Screen } from '../views/Screen.tsx';
import { Table, type Column } from '../views/Table.tsx';
import { Time } from '../views/Time.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly duration_ms: number;
  readonly code?: string;
  readonly detail?: string;
  readonly source: string;
}

const sources: Readonly<Record<string, string>> = {
  api: 'Your server',
  browser: 'Checkout page',
  control: 'Control plane',
};

const toneOf = (status: number): Tone => (status >= 400 || status === 0 ? 'bad' : 'good');

/** `41 ms`. A request that was quicker than the clock tells was not done in no time. */
const durationWords = (duration: number): string =>
  duration < 1 ? '< 1 ms' : `${Math.round(duration).toLocaleString('en')} ms`;

/** Enough to look at; the filter finds the others. */
const most = 200;

/** Without the account, which is the same in every line. */
const ownPath = (path: string): string =>
  path.replace(/^\/api\/(?!checkout\/)[^/]+|^(?:\/_mock\/accounts\/)[^/]+/, '');

const columns: readonly Column<Entry>[] = [
  {
    name: 'Request',
    place: 'a',
    cell: ({ method, path }) => (
      <code>
        {method} <Breakable text={ownPath(path)} />
      </code>
    ),
  },
  {
    name: 'Status',
    place: 'b',
    cell: ({ status }) => (
      <Chip tone={toneOf(status)} text={status === 0 ? 'Dropped' : String(status)} />
    ),
  },
  {
    name: 'Detail',
    place: 'd',
    cell: ({ code, detail, source }) => (
      <>
        {sources[source] ?? source}
        {code && (
          <>
            {' · '}
            <code>{code}</code>
          </>
        )}
        {detail && <p class="small muted">{detail}</p>}
      </>
    ),
  },
  {
    name: 'Time',
    place: 'd',
    look: 'num end nowrap',
    cell: ({ duration_ms: duration }) => durationWords(duration),
  },
  {
    name: 'At',
    place: 'd',
    look: 'num nowrap',
    cell: ({ at }) => <Time at={at} as="day" />,
  },
];

const matches = ({ id, method, path, status, code, detail }: Entry, wanted: string): boolean =>
  `${id} ${method} ${path} ${String(status)} ${code ?? ''} ${detail ?? ''}`
    .toLowerCase()
    .includes(wanted.trim().toLowerCase());

const Filter = ({ value, onInput }: { value: string; onInput: (value: string) => void }) => (
  <>
    <label class="sr" for="filter">
      Filter requests
    </label>
    <input
      class="in filter"
      id="filter"
      type="search"
      placeholder="Path, status or request id"
      value={value}
      onInput={(event) => {
        onInput(event.currentTarget.value);
      }}
    />
  </>
);

/** What is looked for: what the address says, also when it changes while the screen stays, until something is typed. */
const useFilter = () => {
  const { place } = useDashboard();
  const asked = place.query.get('filter') ?? '';
  const [wanted, setWanted] = useState(asked);
  useEffect(() => {
    setWanted(asked);
  }, [asked]);
  return [wanted, setWanted] as const;
};

/** Developers → Request log: what was asked of this account, without bodies, keys and tokens. */
export const RequestsScreen = () => {
  const at = useAccountPath();
  const [wanted, setWanted] = useFilter();
  const { value, trouble, reload } = useLoaded<{ readonly data: readonly Entry[] }>(
    at('requests'),
    ['request'],
  );
  const found = value?.data.filter((entry) => matches(entry, wanted));
  const shown = found?.slice(0, most);
  return (
    <Screen title="Request log" actions={<Filter value={wanted} onInput={setWanted} />}>
      {trouble && (
        <TroubleNote what="The requests could not be read." trouble={trouble} onRetry={reload} />
      )}
      {value?.data.length === 0 && (
        <Nothing
          title="No requests yet"
          text="Requests of your server and of the checkout page are listed here, without bodies, keys or tokens."
        />
      )}
      {!trouble && value?.data.length !== 0 && (
        <div class="card">
          <Table
            label="Requests, newest first"
            columns={columns}
            rows={shown}
            keyOf={({ id }) => id}
          />
          {found && (
            <p class="more small muted num" role="status">
              {found.length === 1 ? '1 request' : `${String(found.length)} requests`}
              {found.length > most && `, the newest ${String(most)} shown`}
            </p>
          )}
        </div>
      )}
    </Screen>
  );
};

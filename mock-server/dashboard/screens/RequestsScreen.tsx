import { countWords } from '../format/countWords.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useFilter } from '../lists/useFilter.ts';
import { useLoaded } from '../useLoaded.ts';
import { Breakable } from '../views/Breakable.tsx';
import { Chip, type Tone } from '../views/Chip.tsx';
import { FoundCard } from '../lists/FoundCard.tsx';
import { Nothing } from '../lists/Nothing.tsx';
import { Screen } from '../views/Screen.tsx';
import { Search } from '../lists/Search.tsx';
import type { Column } from '../lists/Table.tsx';
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

const statusWords = (status: number): string => (status === 0 ? 'Dropped' : String(status));

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
    cell: ({ status }) => <Chip tone={toneOf(status)} text={statusWords(status)} />,
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

const textOfEntry = ({ id, method, path, status, code = '', detail = '', source }: Entry): string =>
  [id, method, path, statusWords(status), sources[source], code, detail].join(' ');

/** Developers → Request log: what was asked of this account, without bodies, keys and tokens. */
export const RequestsScreen = () => {
  const at = useAccountPath();
  const { wanted } = useFilter();
  const { value, trouble, reload } = useLoaded<{ readonly data: readonly Entry[] }>(
    at('requests'),
    ['request'],
  );
  return (
    <Screen
      title="Request log"
      actions={<Search what="requests" by="Path, status or request id" />}
    >
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
        <FoundCard
          label="Requests, newest first"
          {...{ columns, wanted, most }}
          rows={value?.data}
          textOf={textOfEntry}
          words={(found) => countWords('request', found, wanted.trim(), most)}
        />
      )}
    </Screen>
  );
};

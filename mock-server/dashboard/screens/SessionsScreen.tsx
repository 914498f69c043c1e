import type { Page } from '../api/Page.ts';
import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import { hrefOf, withQuery } from '../route/Place.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useLoaded } from '../useLoaded.ts';
import { Icon } from '../views/Icon.tsx';
import { Pager, pageSize } from '../views/Pager.tsx';
import { Screen } from '../views/Screen.tsx';
import { sessionColumns } from '../views/sessionColumns.tsx';
import { Table } from '../views/Table.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';
import { NoSessions } from './NoSessions.tsx';

const states = ['open', 'processing', 'completed', 'expired'] as const;

const names: Readonly<Record<string, string>> = {
  '': 'All',
  open: 'Open',
  processing: 'Processing',
  completed: 'Completed',
  expired: 'Expired',
};

const Filter = ({ state }: { state: string }) => {
  const at = useAccountPath();
  const { accountId, place } = useDashboard();
  const search = state === '' ? '' : `&state=${state}`;
  const path = at(`api/checkout-sessions?limit=1${search}`);
  const { value } = useLoaded<Page<unknown>>(path, ['checkout_session', 'clock']);
  const current = (place.query.get('state') ?? '') === state;
  const target = hrefOf(accountId, 'checkout-sessions');
  return (
    <a
      href={withQuery(target, new URLSearchParams(), { state })}
      aria-current={current ? 'true' : undefined}
    >
      {names[state]} <span class="num">{value?.total ?? ''}</span>
    </a>
  );
};

const List = ({ state, page }: { state: string; page: number }) => {
  const { accountId } = useDashboard();
  const at = useAccountPath();
  const query = new URLSearchParams({
    limit: String(pageSize),
    offset: String((page - 1) * pageSize),
    ...(state !== '' && { state }),
  });
  const loaded = useLoaded<Page<CheckoutSession>>(at(`api/checkout-sessions?${query.toString()}`), [
    'checkout_session',
    'clock',
  ]);
  const { value, trouble, stale, reload } = loaded;
  if (trouble) {
    const what = 'The checkout sessions could not be read.';
    return <TroubleNote what={what} trouble={trouble} onRetry={reload} />;
  }
  if (value?.total === 0 && state === '' && !stale) return <NoSessions />;
  return (
    <div class="card" aria-busy={stale || value === undefined}>
      <Table
        label="Checkout sessions, newest first"
        columns={sessionColumns(accountId)}
        rows={value?.data}
        keyOf={({ id }) => id}
      />
      {value && <Pager page={value} />}
    </div>
  );
};

/** Transactions → Checkout Sessions. */
export const SessionsScreen = () => {
  const { accountId, place } = useDashboard();
  const asked = place.query.get('state') ?? '';
  const state = states.find((name) => name === asked) ?? '';
  const page = Math.max(1, Number.parseInt(place.query.get('page') ?? '1', 10) || 1);
  const create = (
    <a class="btn main" href={hrefOf(accountId, 'checkout-sessions', 'new')}>
      <Icon name="plus" />
      Create Checkout Session
    </a>
  );
  return (
    <Screen title="Checkout Sessions" actions={create}>
      <nav class="tabs" aria-label="State">
        {['', ...states].map((name) => (
          <Filter key={name} state={name} />
        ))}
      </nav>
      <List state={state} page={page} />
    </Screen>
  );
};

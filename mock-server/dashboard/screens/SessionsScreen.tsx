import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import type { Page } from '../api/Page.ts';
import { amountText } from '../format/amountText.ts';
import { formatCount } from '../format/formatCount.ts';
import { hrefOf, withQuery } from '../route/Place.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useCustomerNames } from '../customers/useCustomerNames.tsx';
import { useDashboard } from '../useDashboard.ts';
import { useFilter } from '../lists/useFilter.ts';
import { useLoaded } from '../useLoaded.ts';
import { Icon } from '../views/Icon.tsx';
import { Nothing } from '../lists/Nothing.tsx';
import { RecordList } from '../lists/RecordList.tsx';
import { Search } from '../lists/Search.tsx';
import { Screen } from '../views/Screen.tsx';
import { useSessionColumns } from '../sessions/useSessionColumns.tsx';
import { NoSessions } from '../sessions/NoSessions.tsx';

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
  const { wanted } = useFilter();
  const search = state === '' ? '' : `&state=${state}`;
  const path = at(`api/checkout-sessions?limit=1${search}`);
  const { value } = useLoaded<Page<unknown>>(path, ['checkout_session', 'clock']);
  const current = (place.query.get('state') ?? '') === state;
  const target = hrefOf(accountId, 'checkout-sessions');
  return (
    <a
      href={withQuery(target, new URLSearchParams(), { state, filter: wanted })}
      aria-current={current ? 'true' : undefined}
    >
      {names[state]} <span class="num">{value && formatCount(value.total)}</span>
    </a>
  );
};

/** By which a session is found, besides its customer. */
const textOfSession = (session: CheckoutSession): string => {
  const { id, customer_email: email, amount_total_atom: atom, currency } = session;
  return `${id} ${email ?? ''} ${amountText(atom, currency)}`;
};

/** The list of one state. */
const narrowed = (state: (typeof states)[number]) => ({
  query: { state },
  empty: <Nothing title={`No ${state} checkout sessions`} text="The others are under All." />,
});

/** Transactions → Checkout Sessions. */
export const SessionsScreen = () => {
  const { accountId, place } = useDashboard();
  const asked = place.query.get('state') ?? '';
  const state = states.find((name) => name === asked) ?? '';
  const names = useCustomerNames();
  const columns = useSessionColumns(names.show);
  const actions = (
    <>
      <Search what="checkout sessions" by="Id, customer or amount" />
      <a class="btn main" href={hrefOf(accountId, 'checkout-sessions', 'new')}>
        <Icon name="plus" />
        Create Checkout Session
      </a>
    </>
  );
  return (
    <Screen title="Checkout Sessions" actions={actions}>
      <nav class="tabs" aria-label="State">
        {['', ...states].map((name) => (
          <Filter key={name} state={name} />
        ))}
      </nav>
      <RecordList
        what="checkout sessions"
        path="api/checkout-sessions"
        {...(state === '' ? { empty: <NoSessions /> } : narrowed(state))}
        kinds={['checkout_session', 'clock']}
        columns={columns}
        textOf={(session) => `${textOfSession(session)} ${names.textOf(session.customer_id)}`}
      />
    </Screen>
  );
};

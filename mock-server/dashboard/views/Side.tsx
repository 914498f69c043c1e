import { useState } from 'preact/hooks';
import type { Page } from '../api/Page.ts';
import { formatCount } from '../format/formatCount.ts';
import type { ChangeKind } from '../live/createLive.ts';
import { hrefOf } from '../route/Place.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useLoaded } from '../useLoaded.ts';
import { Icon, type IconName } from './Icon.tsx';
import { LiveStatus } from './LiveStatus.tsx';

interface Entry {
  readonly section: string;
  readonly icon: IconName;
  readonly text: string;
  /** Its list is counted, again when one of these has changed. */
  readonly counted?: { readonly path: string; readonly kinds: readonly ChangeKind[] };
}

const transactions: readonly Entry[] = [
  {
    section: 'checkout-sessions',
    icon: 'order',
    text: 'Checkout Sessions',
    counted: { path: 'api/checkout-sessions', kinds: ['checkout_session'] },
  },
  {
    section: 'payments',
    icon: 'card',
    text: 'Payments',
    counted: { path: 'api/payment-intents', kinds: ['payment_intent'] },
  },
  {
    section: 'subscriptions',
    icon: 'again',
    text: 'Subscriptions',
    counted: { path: 'api/subscriptions', kinds: ['checkout_session', 'event'] },
  },
  {
    section: 'customers',
    icon: 'person',
    text: 'Customers',
    counted: { path: 'api/customers', kinds: ['event', 'checkout_session'] },
  },
  { section: 'catalogue', icon: 'tag', text: 'Catalogue' },
];

const developers: readonly Entry[] = [
  { section: 'events', icon: 'pulse', text: 'Events & webhooks' },
  { section: 'requests', icon: 'lines', text: 'Request log' },
  { section: 'clock', icon: 'clock', text: 'Clock & faults' },
];

const Count = ({ path, kinds }: NonNullable<Entry['counted']>) => {
  const at = useAccountPath();
  const { value } = useLoaded<Page<unknown>>(at(`${path}?limit=1`), kinds);
  return value && value.total > 0 ? <span class="n num">{formatCount(value.total)}</span> : null;
};

const EntryLink = ({ section, icon, text, counted }: Entry) => {
  const { accountId, place } = useDashboard();
  const here = section === (place.section || 'checkout-sessions');
  return (
    <li>
      <a href={hrefOf(accountId, section)} aria-current={here ? 'page' : undefined}>
        <Icon name={icon} />
        {text}
        {counted && <Count {...counted} />}
      </a>
    </li>
  );
};

const Entries = ({ label, entries }: { label: string; entries: readonly Entry[] }) => (
  <ul aria-labelledby={label}>
    {entries.map((entry) => (
      <EntryLink key={entry.section} {...entry} />
    ))}
  </ul>
);

const Brand = () => (
  <a class="brand" href="/dashboard" title="All accounts">
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path d="M4.25 3.75h11.5c1.5 0 2.5 1 2.5 2.5v7.5c0 1.5-1 2.5-2.5 2.5h-11.5c-1.5 0-2.5-1-2.5-2.5v-7.5c0-1.5 1-2.5 2.5-2.5M2 8h16M5 12.5h4" />
    </svg>
    <span>
      PaymentKit mock
      <span class="sub code">{useDashboard().accountId}</span>
    </span>
  </a>
);

const Sections = () => (
  <>
    <div>
      <h2 id="nav-transactions">
        <a href={hrefOf(useDashboard().accountId)}>
          <Icon name="transfer" />
          Transactions
        </a>
      </h2>
      <Entries label="nav-transactions" entries={transactions} />
    </div>
    <div>
      <h2 id="nav-developers">
        <Icon name="tools" />
        Developers
      </h2>
      <Entries label="nav-developers" entries={developers} />
    </div>
  </>
);

/** Where one can go in an account. On a narrow screen it folds into a menu. */
export const Side = () => {
  const { place } = useDashboard();
  const [openAt, setOpenAt] = useState<unknown>();
  // Going somewhere folds it again.
  const open = openAt === place;
  return (
    <nav class={open ? 'side open' : 'side'} aria-label="Dashboard">
      <div class="bar">
        <Brand />
        <LiveStatus />
        <button
          type="button"
          class="btn quiet menu"
          aria-expanded={open}
          onClick={() => {
            setOpenAt(open ? undefined : place);
          }}
        >
          <Icon name="menu" />
          Menu
        </button>
      </div>
      <Sections />
      <div class="foot">
        <LiveStatus />
        <p>A stand-in for tests. Nothing here is real, and no money moves.</p>
      </div>
    </nav>
  );
};

import type { ListedCustomer } from '../api/Catalogue.ts';
import { OwnRecords } from '../customers/OwnRecords.tsx';
import { hrefOf } from '../route/Place.ts';
import { useSessionColumns } from '../sessions/useSessionColumns.tsx';
import { InvoicesCard } from '../subscriptions/InvoicesCard.tsx';
import { subscriptionColumns } from '../subscriptions/subscriptionColumns.tsx';
import { useDashboard } from '../useDashboard.ts';
import { useRecord } from '../useRecord.ts';
import { Breakable } from '../views/Breakable.tsx';
import { Screen } from '../views/Screen.tsx';
import { Time } from '../views/Time.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';

const nobody = () => null;

const Below = ({ id, email, name, created_at: at }: ListedCustomer) => (
  <p class="small muted num">
    <code>{id}</code>
    {name !== null && (
      <>
        {' · '}
        <Breakable text={email} />
      </>
    )}{' '}
    · <Time at={at} as="full" />
  </p>
);

const Records = ({ id }: { id: string }) => {
  const { accountId } = useDashboard();
  const sessionColumns = useSessionColumns(nobody);
  return (
    <>
      <OwnRecords
        title="Checkout Sessions"
        section="checkout-sessions"
        kinds={['checkout_session', 'clock']}
        columns={sessionColumns}
        customerId={id}
        none="None yet."
      />
      <OwnRecords
        title="Subscriptions"
        section="subscriptions"
        kinds={['checkout_session', 'event', 'clock']}
        columns={subscriptionColumns(accountId, nobody)}
        customerId={id}
        none="None yet. One is made when a session with a recurring price is paid."
      />
      <InvoicesCard customerId={id} />
    </>
  );
};

/** One customer: what they were to pay, what renews for them, and their bills. */
export const CustomerScreen = () => {
  const { accountId, place } = useDashboard();
  const id = place.id ?? '';
  const { value: customer, trouble, reload } = useRecord<ListedCustomer>('customers', ['event']);
  return (
    <Screen
      title={`Customer ${id}`}
      crumb={{ href: hrefOf(accountId, 'customers'), text: 'Customers' }}
      waiting={!customer && !trouble}
      heading={customer && <Breakable text={customer.name ?? customer.email} />}
      below={customer && <Below {...customer} />}
    >
      {trouble && (
        <TroubleNote what="The customer could not be read." trouble={trouble} onRetry={reload} />
      )}
      {/* Those of a customer who was deleted are there still. */}
      <Records id={id} />
    </Screen>
  );
};

import type { Subscription } from '../api/Subscription.ts';
import { useCustomerNames } from '../customers/useCustomerNames.tsx';
import { subscriptionColumns } from '../subscriptions/subscriptionColumns.tsx';
import { useDashboard } from '../useDashboard.ts';
import { lookOfState } from '../views/lookOfState.ts';
import { Nothing } from '../lists/Nothing.tsx';
import { RecordList } from '../lists/RecordList.tsx';
import { Screen } from '../views/Screen.tsx';
import { Search } from '../lists/Search.tsx';

/** Transactions → Subscriptions. What renews, when, and for how much. */
export const SubscriptionsScreen = () => {
  const names = useCustomerNames();
  const { accountId } = useDashboard();
  return (
    <Screen
      title="Subscriptions"
      actions={<Search what="subscriptions" by="Id, state or customer" />}
    >
      <RecordList
        what="subscriptions"
        path="api/subscriptions"
        kinds={['checkout_session', 'event', 'clock']}
        columns={subscriptionColumns(accountId, names.show)}
        textOf={({ id, state, customer_id: customer }: Subscription) =>
          `${id} ${lookOfState(state)[1]} ${names.textOf(customer)}`
        }
        empty={
          <Nothing
            bySession
            title="No subscriptions yet"
            text="A subscription is made when a session with a recurring price is paid."
          />
        }
      />
    </Screen>
  );
};

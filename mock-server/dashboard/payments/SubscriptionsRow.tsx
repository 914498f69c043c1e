import type { Invoice } from '../api/Invoice.ts';
import { hrefOf } from '../route/Place.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useLoaded } from '../useLoaded.ts';

/** Among the properties of a payment: the subscriptions that its invoice is of, where it is of any. */
export const SubscriptionsRow = ({ invoiceId }: { invoiceId: string }) => {
  const { accountId } = useDashboard();
  const path = useAccountPath()(`api/invoices/${encodeURIComponent(invoiceId)}`);
  const { value } = useLoaded<Invoice>(path, []);
  if (!value || value.subscription_ids.length === 0) return null;
  return (
    <div>
      <dt>{value.subscription_ids.length === 1 ? 'Subscription' : 'Subscriptions'}</dt>
      {value.subscription_ids.map((id) => (
        <dd key={id}>
          <a class="code" href={hrefOf(accountId, 'subscriptions', id)}>
            {id}
          </a>
        </dd>
      ))}
    </div>
  );
};

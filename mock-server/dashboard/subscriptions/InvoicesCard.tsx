import { formatMoney } from '../../page-parts/format.ts';
import type { Invoice } from '../api/Invoice.ts';
import type { Page } from '../api/Page.ts';
import { readNewest } from '../api/readNewest.ts';
import { hrefOf } from '../route/Place.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useLoaded } from '../useLoaded.ts';
import { StateChip } from '../views/StateChip.tsx';
import { ListCard } from '../lists/ListCard.tsx';
import type { Column } from '../lists/Table.tsx';
import { Time } from '../views/Time.tsx';

const reasons: Readonly<Record<string, string>> = {
  subscription_create: 'First period',
  subscription_cycle: 'Renewal',
  subscription_update: 'Change of plan',
};

const reasonOf = ({ billing_reason: why, checkout_session_id: session }: Invoice): string =>
  reasons[why ?? ''] ?? (session === null ? 'By hand' : 'Checkout');

const InvoiceAmount = ({ invoice }: { invoice: Invoice }) => {
  const { currency, total_amount_atom: total, refunded_amount_atom: back } = invoice;
  return (
    <>
      {formatMoney(total, currency, 'en')}
      {back > 0 && (
        <span class="small muted"> · {formatMoney(back, currency, 'en')} given back</span>
      )}
    </>
  );
};

const columns = (accountId: string): readonly Column<Invoice>[] => [
  {
    name: 'Invoice',
    place: 'c',
    // What is to be seen of an invoice besides is in its payment.
    cell: ({ number, payment_intent_id: id }) =>
      id === null ? (
        <span class="code">{number}</span>
      ) : (
        <a class="go code" href={hrefOf(accountId, 'payments', id)}>
          {number}
        </a>
      ),
  },
  { name: 'State', place: 'b', cell: ({ status }) => <StateChip state={status} /> },
  { name: 'For', place: 'c', cell: reasonOf },
  {
    name: 'Amount',
    place: 'a',
    look: 'num end',
    cell: (invoice) => <InvoiceAmount invoice={invoice} />,
  },
  {
    name: 'Issued',
    place: 'c',
    look: 'num',
    cell: ({ issued_at: at }) => <Time at={at} />,
  },
];

/** What a customer was billed for, newest first, or what of it was for one subscription: of the newest bills. */
export const InvoicesCard = (props: { customerId: string; subscriptionId?: string }) => {
  const { customerId, subscriptionId: only } = props;
  const { accountId } = useDashboard();
  const query = `customer_id=${encodeURIComponent(customerId)}`;
  const loaded = useLoaded<Page<Invoice>>(
    useAccountPath()(`api/invoices?${query}`),
    ['event', 'payment_intent', 'clock'],
    readNewest,
  );
  return (
    <ListCard
      title="Invoices"
      whose={only === undefined ? 'of this customer' : 'of this subscription'}
      columns={columns(accountId)}
      loaded={loaded}
      rows={loaded.value?.data.filter(
        ({ subscription_ids: ids }) => only === undefined || ids.includes(only),
      )}
      none={
        only === undefined ? 'None yet.' : 'None yet. The first is made when a period is billed.'
      }
    />
  );
};

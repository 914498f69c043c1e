import { formatMoney } from '../../page-parts/format.ts';
import type { Invoice } from '../api/Invoice.ts';
import type { Page } from '../api/Page.ts';
import { readNewest } from '../api/readNewest.ts';
import { hrefOf } from '../route/Place.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useLoaded } from '../useLoaded.ts';
import { StateChip } from '../views/Chip.tsx';
import { Table, type Column } from '../lists/Table.tsx';
import { Time } from '../views/Time.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';

const reasons: Readonly<Record<string, string>> = {
  subscription_create: 'First period',
  subscription_cycle: 'Renewal',
  subscription_update: 'Change of plan',
};

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
  { name: 'For', place: 'c', cell: ({ billing_reason: why }) => reasons[why ?? ''] ?? 'By hand' },
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

/** What a subscription was billed for, newest first: of the newest bills of its customer. */
export const InvoicesCard = ({ id, customerId }: { id: string; customerId: string }) => {
  const { accountId } = useDashboard();
  const query = `customer_id=${encodeURIComponent(customerId)}`;
  const loaded = useLoaded<Page<Invoice>>(
    useAccountPath()(`api/invoices?${query}`),
    ['event', 'payment_intent', 'clock'],
    readNewest,
  );
  const { value, trouble, reload } = loaded;
  const own = value?.data.filter(({ subscription_ids: ids }) => ids.includes(id));
  if (trouble) {
    const what = 'The invoices could not be read.';
    return <TroubleNote what={what} trouble={trouble} onRetry={reload} />;
  }
  return (
    <div class="card" aria-busy={own === undefined}>
      <header>
        <h2>Invoices</h2>
      </header>
      {own?.length === 0 ? (
        <p class="pad muted">None yet. The first is made when a period is billed.</p>
      ) : (
        <Table
          label="Invoices of this subscription, newest first"
          columns={columns(accountId)}
          rows={own}
          keyOf={({ id: invoice }) => invoice}
        />
      )}
    </div>
  );
};

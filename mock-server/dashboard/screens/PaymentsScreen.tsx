import { cardOfPaymentIntent, type PaymentIntent } from '../api/PaymentIntent.ts';
import { PaymentChip } from '../payments/PaymentChip.tsx';
import { hrefOf } from '../route/Place.ts';
import { useDashboard } from '../useDashboard.ts';
import { Amount } from '../views/Amount.tsx';
import { Nothing } from '../views/Nothing.tsx';
import { RecordList } from '../views/RecordList.tsx';
import { Screen } from '../views/Screen.tsx';
import type { Column } from '../views/Table.tsx';
import { createdColumn } from '../views/createdColumn.tsx';

const columns = (accountId: string): readonly Column<PaymentIntent>[] => [
  {
    name: 'Payment',
    place: 'c',
    cell: ({ id }) => (
      <a class="go code" href={hrefOf(accountId, 'payments', id)}>
        {id}
      </a>
    ),
  },
  { name: 'State', place: 'b', cell: (payment) => <PaymentChip payment={payment} /> },
  {
    name: 'Card',
    place: 'c',
    cell: (payment) =>
      [cardOfPaymentIntent(payment), payment.decline_code].filter(Boolean).join(' · '),
  },
  {
    name: 'Amount',
    place: 'a',
    look: 'num end nowrap',
    cell: ({ amount_atom: atom, currency }) => <Amount atom={atom} currency={currency} />,
  },
  createdColumn,
];

/** Transactions → Payments: every attempt to take money. */
export const PaymentsScreen = () => {
  const { accountId } = useDashboard();
  return (
    <Screen title="Payments">
      <RecordList
        what="payments"
        path="api/payment-intents"
        kinds={['payment_intent', 'clock']}
        columns={columns(accountId)}
        empty={
          <Nothing
            bySession
            title="No payments yet"
            text="A payment is made when a shopper pays on a session’s page, or when a session is settled from its details."
          />
        }
      />
    </Screen>
  );
};

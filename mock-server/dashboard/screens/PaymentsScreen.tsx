import { cardOfPaymentIntent, type PaymentIntent } from '../api/PaymentIntent.ts';
import { amountText } from '../format/amountText.ts';
import { PaymentChip } from '../payments/PaymentChip.tsx';
import { standingOfPayment } from '../payments/standingOfPayment.ts';
import { hrefOf } from '../route/Place.ts';
import { useDashboard } from '../useDashboard.ts';
import { Amount } from '../views/Amount.tsx';
import { Nothing } from '../lists/Nothing.tsx';
import { RecordList } from '../lists/RecordList.tsx';
import { Screen } from '../views/Screen.tsx';
import { Search } from '../lists/Search.tsx';
import type { Column } from '../lists/Table.tsx';
import { createdColumn } from '../lists/createdColumn.tsx';

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

const textOfPayment = (payment: PaymentIntent): string => {
  const { id, amount_atom: atom, currency, decline_code: reason } = payment;
  const { checkout_session_id: session, customer_id: customer } = payment;
  const [, state] = standingOfPayment(payment);
  const card = cardOfPaymentIntent(payment);
  const amount = amountText(atom, currency);
  return [id, state, card, reason, amount, session, customer].filter(Boolean).join(' ');
};

/** Transactions → Payments: every attempt to take money. */
export const PaymentsScreen = () => {
  const { accountId } = useDashboard();
  return (
    <Screen
      title="Payments"
      actions={<Search what="payments" by="Id, state, card, reason or amount" />}
    >
      <RecordList
        what="payments"
        path="api/payment-intents"
        kinds={['payment_intent', 'clock']}
        columns={columns(accountId)}
        textOf={textOfPayment}
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

import type { ComponentChildren } from 'preact';
import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import type { Page } from '../api/Page.ts';
import type { PaymentIntent } from '../api/PaymentIntent.ts';
import { intervalWords } from '../format/priceWords.ts';
import { useNewest } from '../lists/useNewest.ts';
import { hrefOf } from '../route/Place.ts';
import { useDashboard } from '../useDashboard.ts';
import { Amount } from '../views/Amount.tsx';
import { Breakable } from '../views/Breakable.tsx';
import { SessionState } from './SessionState.tsx';
import type { Column } from '../lists/Table.tsx';
import { createdColumn } from '../lists/createdColumn.tsx';

type NameOf = (customerId: string) => ComponentChildren;

const payerOf = (session: CheckoutSession, nameOf: NameOf): ComponentChildren => {
  const { customer_email: email, customer_id: id } = session;
  if (id !== null) return nameOf(id);
  if (email !== null) return <Breakable text={email} />;
  return <span class="muted">No customer yet</span>;
};

const SessionAmount = ({ session }: { session: CheckoutSession }) => {
  if (session.mode === 'setup') return <span class="muted">Setup, no charge</span>;
  // What is paid once among them is not paid per month.
  const [recurring] = session.line_items.every((item) => item.billing_interval !== null)
    ? session.line_items
    : [];
  return (
    <>
      <Amount atom={session.amount_total_atom} currency={session.currency} />
      {recurring && <span class="muted"> {intervalWords(recurring)}</span>}
    </>
  );
};

const columnsOf = (
  accountId: string,
  nameOf: NameOf,
  declined: Page<PaymentIntent> | undefined,
): readonly Column<CheckoutSession>[] => [
  {
    name: 'Session',
    place: 'c',
    cell: ({ id }) => (
      <a class="go code" href={hrefOf(accountId, 'checkout-sessions', id)}>
        {id}
      </a>
    ),
  },
  { name: 'State', place: 'b', cell: (session) => <SessionState {...{ session, declined }} /> },
  { name: 'Customer', place: 'c', cell: (session) => payerOf(session, nameOf) },
  {
    name: 'Amount',
    place: 'a',
    look: 'num end nowrap',
    cell: (session) => <SessionAmount session={session} />,
  },
  createdColumn,
];

/** The list of checkout sessions. `nameOf`: who a customer is. */
export const useSessionColumns = (nameOf: NameOf): readonly Column<CheckoutSession>[] => {
  const { accountId } = useDashboard();
  const failed = 'api/payment-intents?status=failed';
  return columnsOf(accountId, nameOf, useNewest<PaymentIntent>(failed, ['payment_intent']));
};

import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import { cardOfPaymentIntent, type PaymentIntent } from '../api/PaymentIntent.ts';
import { PaymentChip } from '../payments/PaymentChip.tsx';
import { PaymentTrail } from '../payments/PaymentTrail.tsx';
import { RefundCard } from '../payments/RefundCard.tsx';
import { SubscriptionsRow } from '../payments/SubscriptionsRow.tsx';
import { hrefOf } from '../route/Place.ts';
import { tierOf } from '../sessions/tierOf.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useLoaded } from '../useLoaded.ts';
import { useRecord } from '../useRecord.ts';
import { Amount } from '../views/Amount.tsx';
import { CustomerEntry } from '../customers/CustomerEntry.tsx';
import { PropertiesCard, type Property } from '../views/PropertiesCard.tsx';
import { RecordScreen } from '../views/RecordScreen.tsx';
import { Waiting } from '../views/Waiting.tsx';

const Heading = ({ payment }: { payment: PaymentIntent }) => (
  <>
    <span class="num">
      <Amount atom={payment.amount_atom} currency={payment.currency} />
    </span>{' '}
    <PaymentChip payment={payment} />
  </>
);

type Attempted = PaymentIntent['attempts'];

/** The processors that were asked. Of a cascade, with what each tier was for. */
const SessionTrail = ({ id, attempts }: { id: string; attempts: Attempted }) => {
  const path = useAccountPath()(`api/checkout-sessions/${encodeURIComponent(id)}`);
  const { value } = useLoaded<CheckoutSession>(path, []);
  const cascades = value ? value.cascade_tiers !== null : attempts.some(({ tier }) => tier > 0);
  return (
    <PaymentTrail
      attempts={attempts}
      {...(cascades && { tierOf: (tier: number) => tierOf(value, tier) })}
    />
  );
};

const Trail = ({ payment: { attempts, checkout_session_id: id } }: { payment: PaymentIntent }) =>
  id === null ? <PaymentTrail attempts={attempts} /> : <SessionTrail {...{ id, attempts }} />;

const Attempts = ({ payment }: { payment: PaymentIntent }) => (
  <div class="card">
    <header>
      <h2>Attempts</h2>
      <span class="small muted">{cardOfPaymentIntent(payment)}</span>
    </header>
    <div class="pad">
      {payment.attempts.length === 0 ? (
        <p class="muted">No processor was asked.</p>
      ) : (
        <Trail payment={payment} />
      )}
    </div>
  </div>
);

const code = (name: string, text: string | null): Property | undefined =>
  text === null ? undefined : [name, <code>{text}</code>];

const Details = ({ payment }: { payment: PaymentIntent }) => {
  const { accountId } = useDashboard();
  const { checkout_session_id: session, customer_id: customer } = payment;
  return (
    <PropertiesCard
      rows={[
        session === null
          ? undefined
          : [
              'Checkout session',
              <a class="code" href={hrefOf(accountId, 'checkout-sessions', session)}>
                {session}
              </a>,
            ],
        customer === null ? undefined : ['Customer', <CustomerEntry id={customer} />],
        code('Payment method', payment.payment_method_id),
        code('Invoice', payment.invoice_id),
        code('Decline code', payment.decline_code),
      ]}
    >
      {payment.invoice_id !== null && <SubscriptionsRow invoiceId={payment.invoice_id} />}
    </PropertiesCard>
  );
};

/** One payment: which processors were asked, and what was given back. */
export const PaymentScreen = () => {
  const kinds = ['payment_intent', 'event', 'clock'] as const;
  return (
    <RecordScreen
      what="Payment"
      list="Payments"
      loaded={useRecord<PaymentIntent>('payment-intents', kinds)}
      heading={(payment) => <Heading payment={payment} />}
      waiting={<Waiting cards={[4]} beside={[3, 6]} />}
    >
      {(payment) => (
        <div class="split">
          <div class="stack">
            <Attempts payment={payment} />
          </div>
          <aside class="stack" aria-label="Properties">
            {payment.status === 'succeeded' && <RefundCard payment={payment} />}
            <Details payment={payment} />
          </aside>
        </div>
      )}
    </RecordScreen>
  );
};

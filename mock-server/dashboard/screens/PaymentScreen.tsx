import { cardOfPaymentIntent, type PaymentIntent } from '../api/PaymentIntent.ts';
import { PaymentChip } from '../payments/PaymentChip.tsx';
import { PaymentTrail } from '../payments/PaymentTrail.tsx';
import { RefundCard } from '../payments/RefundCard.tsx';
import { hrefOf } from '../route/Place.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useLoaded } from '../useLoaded.ts';
import { Amount } from '../views/Amount.tsx';
import { Screen } from '../views/Screen.tsx';
import { Time } from '../views/Time.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';
import { Waiting } from '../views/Waiting.tsx';

const Heading = ({ payment }: { payment: PaymentIntent }) => (
  <>
    <span class="num">
      <Amount atom={payment.amount_atom} currency={payment.currency} />
    </span>{' '}
    <PaymentChip payment={payment} />
  </>
);

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
        <PaymentTrail attempts={payment.attempts} tierName={(tier) => `Tier ${String(tier + 1)}`} />
      )}
    </div>
  </div>
);

const Details = ({ payment }: { payment: PaymentIntent }) => {
  const { accountId } = useDashboard();
  const session = payment.checkout_session_id;
  const rows = [
    ['Customer', payment.customer_id],
    ['Payment method', payment.payment_method_id],
    ['Invoice', payment.invoice_id],
    ['Decline code', payment.decline_code],
  ] as const;
  return (
    <div class="card">
      <header>
        <h2>Properties</h2>
      </header>
      <dl class="kv">
        <div>
          <dt>Checkout session</dt>
          <dd>
            <a class="code" href={hrefOf(accountId, 'checkout-sessions', session)}>
              {session}
            </a>
          </dd>
        </div>
        {rows.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <code>{value}</code>
                </dd>
              </div>
            ),
        )}
      </dl>
    </div>
  );
};

/** One payment: which processors were asked, and what was given back. */
export const PaymentScreen = () => {
  const { accountId, place } = useDashboard();
  const at = useAccountPath();
  const id = place.id ?? '';
  const path = at(`api/payment-intents/${encodeURIComponent(id)}`);
  const loaded = useLoaded<PaymentIntent>(path, ['payment_intent', 'event', 'clock']);
  const { value: payment, trouble, reload } = loaded;
  const waiting = !payment && !trouble;
  return (
    <Screen
      title={`Payment ${id}`}
      crumb={{ href: hrefOf(accountId, 'payments'), text: 'Payments' }}
      waiting={waiting}
      heading={payment && <Heading payment={payment} />}
      below={
        payment && (
          <p class="small muted num">
            <code>{id}</code> · <Time at={payment.created_at} as="full" />
          </p>
        )
      }
    >
      {waiting && <Waiting cards={[4]} beside={[3, 6]} />}
      {trouble && (
        <TroubleNote what="The payment could not be read." trouble={trouble} onRetry={reload} />
      )}
      {payment && (
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
    </Screen>
  );
};

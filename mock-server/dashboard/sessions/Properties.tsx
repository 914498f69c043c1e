import type { ComponentChildren } from 'preact';
import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import { hrefOf } from '../route/Place.ts';
import { useDashboard } from '../useDashboard.ts';
import { Breakable } from '../views/Breakable.tsx';
import { CustomerEntry } from '../customers/CustomerEntry.tsx';
import { PropertiesCard, type Property } from '../views/PropertiesCard.tsx';
import { Time } from '../views/Time.tsx';

type Row = Property | undefined;

const code = (text: string) => (
  <code>
    <Breakable text={text} />
  </code>
);

const given = (name: string, id: string | null): Row =>
  id === null ? undefined : [name, code(id)];

const rowsOf = (
  session: CheckoutSession,
  link: (section: string, id: string) => ComponentChildren,
): Row[] => [
  [
    'Customer',
    session.customer_id === null ? 'None yet' : <CustomerEntry id={session.customer_id} />,
  ],
  session.customer_email === null
    ? undefined
    : ['Email', <Breakable text={session.customer_email} />],
  ['Mode', session.mode === 'setup' ? 'Setup' : 'Payment'],
  ['Expires', <Time at={session.expires_at} as="full" />],
  ['Success URL', code(session.success_url)],
  ['Return URL', code(session.return_url)],
  [
    'Allowed origins',
    session.allowed_origins.map((origin) => <div key={origin}>{code(origin)}</div>),
  ],
  given('Processor route', session.processor_route_id),
  given('Coupon', session.coupon_id),
  given('Promotion code', session.promotion_code),
  session.payment_intent_id === null
    ? undefined
    : ['Payment', link('payments', session.payment_intent_id)],
  given('Payment method', session.payment_method_id),
  given('Invoice', session.invoice_id),
  session.subscription_ids.length === 0
    ? undefined
    : [
        'Subscriptions',
        session.subscription_ids.map((id) => <div key={id}>{link('subscriptions', id)}</div>),
      ],
];

const fieldRows = (fields: CheckoutSession['custom_fields']): Row[] =>
  Object.entries(fields ?? {}).map(([key, value]) => [key, String(value)]);

/** Everything else that a session is. */
export const Properties = ({ session }: { session: CheckoutSession }) => {
  const { accountId } = useDashboard();
  const link = (section: string, id: string) => (
    <a class="code" href={hrefOf(accountId, section, id)}>
      {id}
    </a>
  );
  const own = fieldRows(session.custom_fields);
  const ofSubscription = fieldRows(session.params_for_sub?.custom_fields);
  return (
    <>
      <PropertiesCard rows={rowsOf(session, link)} />
      {own.length > 0 && <PropertiesCard title="Custom fields" rows={own} />}
      {ofSubscription.length > 0 && (
        <PropertiesCard title="Custom fields of its subscriptions" rows={ofSubscription} />
      )}
    </>
  );
};

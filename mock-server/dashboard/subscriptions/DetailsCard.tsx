import { formatMoney } from '../../page-parts/format.ts';
import type { Subscription } from '../api/Subscription.ts';
import { hrefOf } from '../route/Place.ts';
import { useDashboard } from '../useDashboard.ts';
import { CustomerEntry } from '../customers/CustomerEntry.tsx';
import { PropertiesCard, type Property } from '../views/PropertiesCard.tsx';
import { Time } from '../views/Time.tsx';
import { nextTurn } from './nextTurn.ts';

const time = (name: string, at: string | null | undefined): Property[] =>
  at ? [[name, <Time at={at} as="full" />]] : [];

const code = (name: string, id: string | null): Property[] =>
  id ? [[name, <code>{id}</code>]] : [];

const timesOf = (subscription: Subscription): Property[] => {
  const turn = nextTurn(subscription);
  const { current_period_end: end } = subscription;
  return [
    ...(turn ? time(turn.words, turn.at) : []),
    ...time('Ends', turn?.words === 'Renews' ? subscription.cancel_at : null),
    ...time('Trial ends', subscription.trial_end),
    ...time('This period began', subscription.current_period_start),
    ...time('This period ends', turn?.at === end ? null : end),
    ...time('Paused', subscription.paused_at),
  ];
};

const balanceOf = ({ carried_amount_atom: atom, currency }: Subscription): Property[] => {
  if (atom === 0) return [];
  const name = atom > 0 ? 'Owed with the next bill' : 'Credit for the next bills';
  return [[name, formatMoney(Math.abs(atom), currency, 'en')]];
};

/** Everything else that a subscription is. */
export const DetailsCard = ({ subscription }: { subscription: Subscription }) => {
  const { accountId } = useDashboard();
  const { customer_id: customer, checkout_session_id: session } = subscription;
  const { change_reason: reason } = subscription;
  const href = session !== null && hrefOf(accountId, 'checkout-sessions', session);
  const rows: readonly Property[] = [
    ...timesOf(subscription),
    ...balanceOf(subscription),
    ...(customer === null ? [] : [['Customer', <CustomerEntry id={customer} />] as const]),
    ...(href === false
      ? []
      : ([
          [
            'Checkout session',
            <a class="code" href={href}>
              {session}
            </a>,
          ],
        ] as const)),
    ...(reason === null ? [] : [['Reason for the change of plan', reason] as const]),
    ...code('Payment method', subscription.default_payment_method_id),
    ...code('Coupon', subscription.coupon_id),
    ...code('Latest invoice', subscription.latest_invoice_id),
  ];
  return <PropertiesCard rows={rows} />;
};

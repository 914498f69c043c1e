import type { ComponentChildren } from 'preact';
import { formatMoney } from '../../page-parts/format.ts';
import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import { Breakable } from '../views/Breakable.tsx';
import { intervalWords } from '../format/priceWords.ts';

const tierWords = ({ cascade_status: cascade, completed }: CheckoutSession): string => {
  if (!cascade) return '';
  // Tiers are counted from the order itself, which is the first.
  const tier = `Tier ${String(cascade.current_tier + 1)} of ${String(cascade.tiers_total)}`;
  return completed ? `${tier} was charged` : tier;
};

const discountWords = ({ promotion_code: code, coupon_id: coupon }: CheckoutSession): string =>
  ['Discount', code ?? coupon].filter((part) => part !== null).join(' · ');

const moneyOf = ({ currency }: CheckoutSession, atom: number): string =>
  currency === null ? '' : formatMoney(atom, currency, 'en');

const Row = ({
  name,
  look = '',
  children,
}: {
  name: ComponentChildren;
  look?: string;
  children: ComponentChildren;
}) => (
  <div class={`row whole ${look}`}>
    <dt>{name}</dt>
    <dd class="num end">{children}</dd>
  </div>
);

const Lines = ({ session }: { session: CheckoutSession }) => (
  <dl class="kv">
    {session.line_items.map((item) => (
      <Row
        key={item.id}
        name={
          <>
            {item.description} × {item.quantity} ·{' '}
            <code>
              <Breakable text={item.price_id} />
            </code>
          </>
        }
      >
        {moneyOf(session, item.amount_subtotal_atom)}{' '}
        <span class="muted">{intervalWords(item)}</span>
      </Row>
    ))}
    {session.amount_discount_atom > 0 && (
      <>
        <Row name="Subtotal">{moneyOf(session, session.amount_subtotal_atom)}</Row>
        <Row name={discountWords(session)}>−{moneyOf(session, session.amount_discount_atom)}</Row>
      </>
    )}
    <Row name="Total" look="due">
      {moneyOf(session, session.amount_total_atom)}
    </Row>
  </dl>
);

/** What is bought. */
export const OrderCard = ({ session }: { session: CheckoutSession }) => (
  <div class="card">
    <header>
      <h2>Line items</h2>
      <span class="small muted">{tierWords(session)}</span>
    </header>
    {session.line_items.length > 0 ? (
      <Lines session={session} />
    ) : (
      <p class="pad muted">
        {session.mode === 'setup' ? 'None: the card is only saved.' : 'None. The total is zero.'}
      </p>
    )}
  </div>
);

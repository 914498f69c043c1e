import { formatDate } from '../../../page-parts/format.ts';
import { perInterval } from '../../order/interval.ts';
import { orderKind } from '../../order/orderKind.ts';
import { recurringOrders } from '../../order/orderKind.ts';
import { trialEndOfOrder } from '../../order/orderKind.ts';
import { countWords } from '../../texts/countWords.ts';
import { moneyOfView, type SessionView } from '../View.ts';
import { Words } from '../Words.tsx';

const firstRecurring = ({ session }: SessionView): string =>
  session.line_items.find((line) => line.billing_interval !== null)?.description ?? '';

const Trial = (view: SessionView) => {
  const { texts, locale } = view.state;
  const n = view.session.discount?.trial_days_off ?? 0;
  const [charge] = recurringOrders(view.session);
  const end = trialEndOfOrder(view.session);
  return (
    <header>
      <h1 class="sum">
        <small>
          <Words text={texts.tryProduct} values={{ product: firstRecurring(view) }} />
        </small>
        <bdi>{countWords(texts.daysFree, n, locale)}</bdi>
      </h1>
      {charge && end !== undefined && (
        <p class="muted">
          <Words
            text={texts.trialThen}
            values={{
              a: moneyOfView(view)(charge.amount),
              per: perInterval(view.state, charge),
              d: formatDate(end, locale),
            }}
          />
        </p>
      )}
    </header>
  );
};

const Setup = ({ state: { texts }, session }: SessionView) => (
  <header>
    <h1>
      <Words text={texts.saveWith} values={{ m: session.merchant.name }} />
    </h1>
    <p class="muted">
      <Words text={texts.setupHint} values={{ m: session.merchant.name }} />
    </p>
  </header>
);

/** What this is and what it costs: the amount is the headline. */
export const Headline = (view: SessionView) => {
  const { state, session } = view;
  const { texts } = state;
  const kind = orderKind(session);
  const [charge] = recurringOrders(session);
  if (kind === 'setup') return <Setup {...view} />;
  if (kind === 'trial') return <Trial {...view} />;
  if (session.currency === null) return <h1>{texts.completeOrder}</h1>;
  const subscribing = kind === 'subscription' && session.line_items.length === 1;
  const amount = moneyOfView(view)(session.amount_total_atom);
  return (
    <header>
      <h1 class="sum" style={`font-size:min(var(--pk-2xl),${130 / amount.length}vw)`}>
        <small>
          {subscribing ? (
            <Words text={texts.subscribeTo} values={{ product: firstRecurring(view) }} />
          ) : (
            <Words text={texts.pay} values={{ m: session.merchant.name }} />
          )}
        </small>{' '}
        <bdi class="num">{amount}</bdi>
        {kind === 'subscription' && charge && (
          <>
            {' '}
            <span class="per">{perInterval(state, charge)}</span>
          </>
        )}
      </h1>
    </header>
  );
};

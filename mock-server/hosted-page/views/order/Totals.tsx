import { fill, formatDate } from '../../../page-parts/format.ts';
import { perInterval } from '../../order/interval.ts';
import { orderKind } from '../../order/orderKind.ts';
import { recurringOrders } from '../../order/orderKind.ts';
import { trialEndOfOrder } from '../../order/orderKind.ts';
import { countWords } from '../../texts/countWords.ts';
import { crossIcon, Icon } from '../Icon.tsx';
import { moneyOfView, type SessionView } from '../View.ts';
import { Words } from '../Words.tsx';

/** "20% off", "14 days free", or "Discount" for an amount: the amount stands beside it. */
export const discountWords = ({ state: { texts, locale }, session }: SessionView): string => {
  const { percent_off: n, trial_days_off: days } = session.discount ?? {};
  if (days) return countWords(texts.daysFree, days, locale);
  return n ? fill(texts.percentOff, { n }) : texts.discount;
};

/** The code, with a way to take it out; beside an offer it stands in two orders and belongs to neither alone. */
const CodeTag = ({ state, actions, code }: SessionView & { code: string }) => (
  <span class="tag">
    <bdi>{code}</bdi>{' '}
    {state.phase.name !== 'offer' && (
      <button
        type="button"
        id="removeCode"
        class="link x"
        aria-label={fill(state.texts.removeCode, { code })}
        aria-disabled={state.promotion.busy || state.phase.name !== 'form'}
        onClick={actions.removeCode}
      >
        <Icon d={crossIcon} />
      </button>
    )}
  </span>
);

const Discount = (view: SessionView) => {
  const { session } = view;
  const code = session.discount?.promotion_code;
  const off = session.amount_discount_atom;
  // A code that takes nothing off today can still be taken out.
  if (off === 0 && !code) return null;
  const money = moneyOfView(view);
  return (
    <>
      {off > 0 && (
        <div class="row">
          <dt>{view.state.texts.subtotal}</dt>
          <dd class="num">{money(session.amount_subtotal_atom)}</dd>
        </div>
      )}
      <div class="row">
        <dt>
          {code && <CodeTag {...view} code={code} />} {discountWords(view)}
        </dt>
        {off > 0 && <dd class="num">{money(-off)}</dd>}
      </div>
    </>
  );
};

const Recurring = (view: SessionView) => {
  const { state, session } = view;
  const kind = orderKind(session);
  const end = trialEndOfOrder(session);
  if (kind !== 'mixed' && kind !== 'trial') return null;
  return recurringOrders(session).map((charge) => (
    <div class="row" key={`${charge.interval}${String(charge.count)}`}>
      <dt>
        {end === undefined
          ? state.texts.recurring
          : fill(state.texts.fromDate, { d: formatDate(end, state.locale) })}
      </dt>
      <dd>
        <Words
          text="{a} {per}"
          values={{ a: moneyOfView(view)(charge.amount), per: perInterval(state, charge) }}
        />
      </dd>
    </div>
  ));
};

/** What it comes to: now, and later where something recurs. */
export const Totals = (view: SessionView) => {
  const { state, session } = view;
  if (session.currency === null) return null;
  const recurs = recurringOrders(session).length > 0;
  return (
    <dl class="totals">
      <Discount {...view} />
      <div class="row due">
        <dt>{recurs ? state.texts.totalDue : state.texts.total}</dt>
        <dd class="num">{moneyOfView(view)(session.amount_total_atom)}</dd>
      </div>
      <Recurring {...view} />
    </dl>
  );
};

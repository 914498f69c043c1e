import type { LineItem } from '../../api/Session.ts';
import { perInterval } from '../../order/interval.ts';
import { nextCharge } from '../../order/nextCharge.ts';
import { recurringOrders } from '../../order/orderKind.ts';
import { fill, formatDate } from '../../../page-parts/format.ts';
import type { PaidWith } from '../../state/PageState.ts';
import type { LaterTexts } from '../../texts/Texts.ts';
import { discountWords } from '../order/Totals.tsx';
import { moneyOfView, type LaterView } from '../View.ts';
import { Words } from '../Words.tsx';

/** `num`: the value is an amount. */
const Row = ({
  term,
  value,
  due,
  num,
}: {
  term: string;
  value: string;
  due?: boolean;
  num?: boolean;
}) => (
  <div class={due ? 'row due' : 'row'}>
    <dt>{term}</dt>
    <dd class={num ? 'num' : undefined}>{value}</dd>
  </div>
);

/** How many, where it is not one; the amount at the end is for all of them. */
const Quantity = ({ line, ...view }: LaterView & { line: LineItem }) =>
  line.quantity > 1 ? (
    <p class="muted">
      <Words
        text={view.state.texts.quantity}
        values={{ n: line.quantity, a: moneyOfView(view)(line.unit_amount_atom) }}
      />
    </p>
  ) : null;

const Lines = (view: LaterView) => (
  <ul class="lines">
    {view.session.line_items.map((line) => (
      <li class="row" key={line.id}>
        <div>
          <bdi>{line.description}</bdi>
          <Quantity {...view} line={line} />
        </div>
        <span class="num">{moneyOfView(view)(line.amount_subtotal_atom)}</span>
      </li>
    ))}
  </ul>
);

/** What is charged from when on, unless the shopper cancels. */
const Following = (view: LaterView) => {
  const { state, session } = view;
  // When a charge of an interval that is not known falls due, is not known either.
  const known = recurringOrders(session).filter(({ interval }) => interval in state.texts.per);
  return known.map((charge) => (
    <div class="row" key={`${charge.interval}${String(charge.count)}`}>
      <dt>
        {fill(state.texts.fromDate, { d: formatDate(nextCharge(session, charge), state.locale) })}
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

/** `Visa ending in 4242`; of a saved card also until when it can be charged. */
const cardWords = (words: LaterTexts, { brand, last4, expires }: PaidWith): string => {
  const card = fill(words.cardEnding, { brand: brand || words.card, last4 });
  return expires === undefined ? card : fill(words.cardExpires, { card, d: expires });
};

const Paid = (view: LaterView) => {
  const { state, session, words } = view;
  const { phase } = state;
  const card = phase.name === 'completed' ? phase.paidWith : undefined;
  const money = moneyOfView(view);
  const discount = session.amount_discount_atom;
  const code = session.discount?.promotion_code;
  return (
    <>
      {discount > 0 && (
        <Row
          num
          term={[...(code ? [code] : []), discountWords(view)].join(', ')}
          value={money(-discount)}
        />
      )}
      {session.currency !== null && (
        <Row due num term={words.totalPaid} value={money(session.amount_total_atom)} />
      )}
      <Following {...view} />
      {card && (
        <Row
          term={session.amount_total_atom > 0 ? words.paidWith : words.card}
          value={cardWords(words, card)}
        />
      )}
    </>
  );
};

/** What was bought and how it was paid, to the cent, what follows, and what to say to the merchant about it. */
export const Receipt = (view: LaterView) => {
  const { state, session, words } = view;
  const completed = state.phase.name === 'completed';
  const recurs = recurringOrders(session).length > 0;
  return (
    <div class="rcpt wide">
      {session.line_items.length > 0 && <Lines {...view} />}
      <dl class="lines">
        {completed && <Paid {...view} />}
        <div class="row">
          <dt>{words.reference}</dt>
          <dd>
            <code>{session.id}</code>
          </dd>
        </div>
      </dl>
      {completed && recurs && (
        <p class="foot">
          <Words text={words.howToCancel} values={{ m: session.merchant.name }} />
        </p>
      )}
    </div>
  );
};

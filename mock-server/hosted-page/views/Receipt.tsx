import type { LineItem } from '../api/Session.ts';
import { orderKind } from '../order/orderKind.ts';
import { fill } from '../../page-parts/format.ts';
import { discountWords } from './Totals.tsx';
import { moneyOfView, type LaterView } from './View.ts';
import { Words } from './Words.tsx';

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

const Paid = (view: LaterView) => {
  const { session, words } = view;
  const { phase } = view.state;
  const card = phase.name === 'completed' ? phase.paidWith : undefined;
  const money = moneyOfView(view);
  const setup = orderKind(session) === 'setup';
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
      {card && (
        <Row
          term={setup ? words.card : words.paidWith}
          value={fill(words.cardEnding, { brand: card.brand || words.card, last4: card.last4 })}
        />
      )}
    </>
  );
};

/** What was bought and how it was paid, to the cent, and what to say to the merchant about it. */
export const Receipt = (view: LaterView) => {
  const { state, session, words } = view;
  return (
    <div class="rcpt wide">
      {session.line_items.length > 0 && <Lines {...view} />}
      <dl class="lines">
        {state.phase.name === 'completed' && <Paid {...view} />}
        <div class="row">
          <dt>{words.reference}</dt>
          <dd>
            <code>{session.id}</code>
          </dd>
        </div>
      </dl>
    </div>
  );
};

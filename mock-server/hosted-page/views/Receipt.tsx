import { orderKind } from '../order/orderKind.ts';
import { fill } from '../texts/fill.ts';
import { moneyOf } from './moneyOf.ts';
import { discountWords } from './Totals.tsx';
import type { SessionView } from './View.ts';

const Row = ({ term, value, due }: { term: string; value: string; due?: boolean }) => (
  <div class={due ? 'row due' : 'row'}>
    <dt>{term}</dt>
    <dd>{value}</dd>
  </div>
);

const Lines = (view: SessionView) => (
  <ul class="lines">
    {view.session.line_items.map((line) => (
      <li class="row" key={line.id}>
        <div>
          <bdi>{line.description}</bdi>
        </div>
        <span class="num">{moneyOf(view)(line.amount_subtotal_atom)}</span>
      </li>
    ))}
  </ul>
);

const Paid = (view: SessionView) => {
  const { state, session } = view;
  const { texts, phase } = state;
  const card = phase.name === 'completed' ? phase.paidWith : undefined;
  const money = moneyOf(view);
  const setup = orderKind(session) === 'setup';
  const discount = session.amount_discount_atom;
  const code = session.discount?.promotion_code;
  return (
    <>
      {discount > 0 && (
        <Row
          term={[...(code ? [code] : []), discountWords(view)].join(', ')}
          value={money(-discount)}
        />
      )}
      {session.currency !== null && (
        <Row due term={texts.totalPaid} value={money(session.amount_total_atom)} />
      )}
      {card && (
        <Row
          term={setup ? texts.card : texts.paidWith}
          value={fill(texts.cardEnding, { ...card })}
        />
      )}
    </>
  );
};

/** What was bought and how it was paid, to the cent, and what to say to the merchant about it. */
export const Receipt = (view: SessionView) => {
  const { state, session } = view;
  return (
    <div class="rcpt wide">
      {session.line_items.length > 0 && <Lines {...view} />}
      <dl class="lines">
        {state.phase.name === 'completed' && <Paid {...view} />}
        <div class="row">
          <dt>{state.texts.reference}</dt>
          <dd>
            <code>{session.id}</code>
          </dd>
        </div>
      </dl>
    </div>
  );
};

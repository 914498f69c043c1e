import type { Interval, LineItem } from '../../api/Session.ts';
import { billedInterval } from '../../order/interval.ts';
import { fill } from '../../../page-parts/format.ts';
import { moneyOfView, type SessionView } from '../View.ts';
import { Words } from '../Words.tsx';

const shownFolded = 3;

const Line = ({ line, ...view }: SessionView & { line: LineItem }) => {
  const { texts } = view.state;
  const money = moneyOfView(view);
  const interval = line.billing_interval as Interval | null;
  return (
    <li class="row" id={line.id} tabIndex={-1}>
      <div>
        <b>
          <bdi>{line.description}</bdi>
        </b>
        {line.quantity > 1 && (
          <p class="muted">
            <Words
              text={texts.quantity}
              values={{ n: line.quantity, a: money(line.unit_amount_atom) }}
            />
          </p>
        )}
        {interval && (
          <p class="muted cap">
            {billedInterval(view.state, { interval, count: line.billing_interval_count ?? 1 })}
          </p>
        )}
      </div>
      <span class="num">{money(line.amount_subtotal_atom)}</span>
    </li>
  );
};

/** What is bought. A long order is folded, so that the form stays in sight. */
export const OrderLines = (view: SessionView) => {
  const { state, session, actions } = view;
  const lines = session.line_items;
  // Folding a single line away would save nothing.
  const folded = !state.allLines && lines.length > shownFolded + 1;
  const shown = folded ? lines.slice(0, shownFolded) : lines;
  if (lines.length === 0) return null;
  return (
    <>
      <ul class="lines">
        {shown.map((line) => (
          <Line key={line.id} line={line} {...view} />
        ))}
      </ul>
      {folded && (
        <button
          type="button"
          class="link start"
          onClick={() => {
            actions.showAllLines(lines[shownFolded]);
          }}
        >
          {fill(state.texts.showMore, { n: lines.length - shownFolded })}
        </button>
      )}
    </>
  );
};

import { formatNumber } from '../form/formatNumber.ts';
import { testCards } from '../form/testCards.ts';
import { orderKind } from '../order/orderKind.ts';
import { fill } from '../texts/fill.ts';
import { Icon } from './Icon.tsx';
import { moneyOf } from './moneyOf.ts';
import type { SessionView } from './View.ts';

/** The amount above which one of the cards has not enough funds. */
const funds = 1000;

/** Says that no money moves, and lists the cards that can be used. */
export const TestCards = (view: SessionView) => {
  const { state, session, actions } = view;
  const { texts } = state;
  if (!session.test_mode) return null;
  if (orderKind(session) === 'free') {
    return (
      <p class="note test alone">
        <b>{texts.testMode}</b> <span class="muted">{texts.noMoneyMoves}</span>
      </p>
    );
  }
  return (
    <details class="note test">
      <summary>
        <b>{texts.testMode}</b> <span class="muted">{texts.noMoneyMoves}</span>{' '}
        <em>
          {texts.testCards}
          <Icon name="down" />
        </em>
      </summary>
      <ul aria-label={texts.testCardsLabel}>
        {testCards.map(({ number, outcome }) => (
          <li key={number}>
            <button
              type="button"
              class="num"
              onClick={(event) => {
                event.currentTarget.closest('details')?.removeAttribute('open');
                actions.form.useTestCard(number);
              }}
            >
              <span>{formatNumber(number)}</span>{' '}
              <span class="muted">
                {fill(texts.testCard[outcome], { a: moneyOf(view)(funds) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
};

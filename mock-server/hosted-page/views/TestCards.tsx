import { formatCardNumber } from '../form/cardNumber.ts';
import { testCards, type TestCard } from '../form/testCards.ts';
import { orderKind } from '../order/orderKind.ts';
import { fill } from '../texts/format.ts';
import { downIcon, Icon } from './Icon.tsx';
import { moneyOfView, type SessionView } from './View.ts';

/** The amount above which one of the cards has not enough funds. */
const funds = 1000;

const CardButton = ({ card, ...view }: SessionView & { card: TestCard }) => (
  <li>
    <button
      type="button"
      class="num"
      onClick={(event) => {
        event.currentTarget.closest('details')?.removeAttribute('open');
        view.actions.useTestCard(card.number);
      }}
    >
      <span>{formatCardNumber(card.number)}</span>{' '}
      <span class="muted">
        {fill(view.state.texts.testCard[card.outcome], { a: moneyOfView(view)(funds) })}
      </span>
    </button>
  </li>
);

/** Says that no money moves, and lists the cards that can be used. */
export const TestCards = (view: SessionView) => {
  const { texts } = view.state;
  if (!view.session.test_mode) return null;
  const words = (
    <>
      <b>{texts.testMode}</b> <span class="muted">{texts.noMoneyMoves}</span>
    </>
  );
  if (orderKind(view.session) === 'free') return <p class="note test alone">{words}</p>;
  return (
    <details class="note test">
      <summary>
        {words}{' '}
        <em>
          {texts.testCards}
          <Icon d={downIcon} />
        </em>
      </summary>
      <ul aria-label={texts.testCardsLabel}>
        {testCards.map((card) => (
          <CardButton key={card.number} card={card} {...view} />
        ))}
      </ul>
    </details>
  );
};

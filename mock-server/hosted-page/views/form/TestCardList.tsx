import { formatCardNumber } from '../../form/cardNumber.ts';
import { testCards, type TestCard } from '../../form/testCards.ts';
import { moneyOfView, type LaterView, type View } from '../View.ts';
import { Words } from '../Words.tsx';

/** The amount above which one of the cards has not enough funds. */
const funds = 1000;

const CardButton = ({ card, ...view }: LaterView & { card: TestCard }) => (
  <li>
    <button
      type="button"
      onClick={(event) => {
        event.currentTarget.closest('details')?.removeAttribute('open');
        view.actions.useTestCard(card.number);
      }}
    >
      <span class="num">{formatCardNumber(card.number)}</span>{' '}
      <span class="muted">
        <Words text={view.words.testCard[card.outcome]} values={{ a: moneyOfView(view)(funds) }} />
      </span>
    </button>
  </li>
);

/** The test cards: one is filled in by a click. Where nothing is charged, none of them can lack the funds. */
export const TestCardList = (view: View) => {
  const { session, laterTexts: words } = view.state;
  if (!session || !words) return null;
  const cards = testCards.filter((card) => card.outcome !== 'funds' || session.currency !== null);
  return (
    <ul aria-label={words.testCardsLabel}>
      {cards.map((card) => (
        <CardButton key={card.number} card={card} {...view} session={session} words={words} />
      ))}
    </ul>
  );
};

import type { ComponentType } from 'preact';
import { orderKind } from '../../order/orderKind.ts';
import { downIcon, Icon } from '../Icon.tsx';
import type { SessionView, View } from '../View.ts';

/** Says that no money moves, and offers the cards that can be used: their list comes with the page's second half. */
export const TestCards = ({
  List,
  ...view
}: SessionView & { List: ComponentType<View> | undefined }) => {
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
      {List && <List {...view} />}
    </details>
  );
};

import { Headline } from './Headline.tsx';
import { Merchant } from './Merchant.tsx';
import { OrderLines } from './OrderLines.tsx';
import { PromotionCode } from './PromotionCode.tsx';
import { Totals } from './Totals.tsx';
import type { SessionView } from '../View.ts';

/** The order: who is paid, how much, for what. */
export const OrderColumn = (view: SessionView) => {
  const { state, session } = view;
  return (
    <div class="col">
      <Merchant {...view} back />
      <Headline {...view} />
      {session.mode === 'payment' && (
        <section class="lines" aria-label={state.texts.order}>
          <OrderLines {...view} />
          <Totals {...view} />
          <PromotionCode {...view} />
        </section>
      )}
    </div>
  );
};

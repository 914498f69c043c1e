import { perInterval } from '../order/intervalWords.ts';
import { orderKind } from '../order/orderKind.ts';
import { recurringCharges } from '../order/recurringCharges.ts';
import { moneyOf } from './moneyOf.ts';
import type { SessionView } from './View.ts';
import { Words } from './Words.tsx';

/** What the button does, and how much it takes. */
export const payLabel = (view: SessionView) => {
  const { texts } = view.state;
  const due = view.session.amount_total_atom;
  const charges = recurringCharges(view.session);
  const [charge] = charges;
  const kind = orderKind(view.session);
  if (kind === 'setup') return texts.saveCardButton;
  if (kind === 'free') return texts.completeOrder;
  if (kind === 'trial') return texts.startTrial;
  const money = moneyOf(view);
  // Nothing due today although something recurs: what the shopper agrees to is the later amount.
  const later = kind === 'mixed' && due === 0 && charges.length === 1;
  return charge && (kind === 'subscription' || later) ? (
    <Words
      text={texts.subscribeFor}
      values={{ a: money(charge.amount), per: perInterval(texts, charge) }}
    />
  ) : (
    <Words text={texts.payAmount} values={{ a: money(due) }} />
  );
};

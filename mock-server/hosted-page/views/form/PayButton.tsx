import { perInterval } from '../../order/interval.ts';
import { orderKind, recurringOrders } from '../../order/orderKind.ts';
import { moneyOfView, type SessionView } from '../View.ts';
import { Words } from '../Words.tsx';

/** What the button does, and how much it takes. */
export const payLabel = (view: SessionView) => {
  const { texts } = view.state;
  const due = view.session.amount_total_atom;
  const orders = recurringOrders(view.session);
  const [order] = orders;
  const kind = orderKind(view.session);
  if (kind === 'setup') return texts.saveCardButton;
  if (kind === 'free') return texts.completeOrder;
  if (kind === 'trial') return texts.startTrial;
  const money = moneyOfView(view);
  // Nothing due today although something recurs: what the shopper agrees to is the later amount.
  const later = kind === 'mixed' && due === 0 && orders.length === 1;
  return order && (kind === 'subscription' || later) ? (
    <Words
      text={texts.subscribeFor}
      values={{ a: money(order.amount), per: perInterval(view.state, order) }}
    />
  ) : (
    <Words text={texts.payAmount} values={{ a: money(due) }} />
  );
};

interface PayButtonProps extends SessionView {
  readonly submit: (event: Event) => void;
}

/**
 * The one primary button. Never `disabled`: it would lose focus in the middle of the payment. It does what its form
 * does: a frame around the shop whose sandbox forbids forms lets clicks through, and no `submit`.
 */
export const PayButton = (view: PayButtonProps) => {
  const { texts, phase, promotion } = view.state;
  const working = phase.name !== 'form';
  return (
    <button
      id="pay"
      type="submit"
      class="btn main"
      aria-disabled={working || promotion.busy}
      onClick={view.submit}
    >
      {working && <span class="spin" aria-hidden="true" />}
      <span>{working ? texts.processing : payLabel(view)}</span>
    </button>
  );
};

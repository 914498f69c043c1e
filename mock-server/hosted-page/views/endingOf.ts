import { orderKind } from '../order/orderKind.ts';
import type { IconName } from './Icon.tsx';
import { moneyOf } from './moneyOf.ts';
import type { SessionView } from './View.ts';

/** The words and the shape of an ending. */
export interface Ending {
  readonly icon: IconName;
  readonly good?: boolean;
  readonly title: string;
  readonly text: string;
  readonly amount?: string;
  readonly receipt?: boolean;
  readonly onward?: 'continue' | 'return';
}

const completed = (view: SessionView): Ending => {
  const { texts } = view.state;
  const { session } = view;
  const common = { icon: 'check', good: true, receipt: true, onward: 'continue' } as const;
  if (orderKind(session) === 'setup') {
    return { ...common, title: texts.setupDone, text: texts.setupDoneHint };
  }
  if (session.amount_total_atom === 0) {
    return { ...common, title: texts.orderCompleted, text: texts.notCharged };
  }
  const amount = moneyOf(view)(session.amount_total_atom);
  return { ...common, title: texts.completed, text: texts.youPaid, amount };
};

/** Paid somewhere else, or before this page was loaded: then it says no more of the order than that. */
const done = ({ state: { texts }, session }: SessionView, followed: boolean): Ending => {
  const paid = session.amount_total_atom > 0 && session.payment !== null;
  const sentences = [
    ...(paid && followed ? [texts.paidElsewhere] : []),
    // Settled outside PaymentKit: whether and what was charged is not known here.
    ...(paid ? [texts.chargedOnce] : session.amount_total_atom === 0 ? [texts.notCharged] : []),
  ];
  return {
    icon: 'check',
    title: paid ? texts.alreadyPaid : texts.alreadyCompleted,
    text: sentences.join(' '),
    onward: 'continue',
  };
};

export const endingOf = (view: SessionView): Ending => {
  const { texts, phase } = view.state;
  switch (phase.name) {
    case 'completed':
      return completed(view);
    case 'done':
      return done(view, phase.followed);
    case 'pending':
      return { icon: 'clock', title: texts.pending, text: texts.pendingHint, receipt: true };
    case 'elsewhere':
      return { icon: 'clock', title: texts.elsewhere, text: texts.elsewhereHint };
    case 'canceled':
      return { icon: 'x', title: texts.canceled, text: texts.notCharged, onward: 'return' };
    default:
      return { icon: 'clock', title: texts.expired, text: texts.expiredHint, onward: 'return' };
  }
};

import { orderKind } from '../../order/orderKind.ts';
import { crossIcon } from '../Icon.tsx';
import { moneyOfView, type LaterView } from '../View.ts';

const checkIcon = 'm3 8.5 3.2 3.2L13 4.8';
const clockIcon = 'M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5M8 4.5V8l2.3 1.5';

/** The words and the shape of an ending. */
export interface Ending {
  readonly icon: string;
  readonly good?: boolean;
  readonly title: string;
  readonly text: string;
  readonly amount?: string;
  /** What the order cost that was not charged. */
  readonly notCharged?: string;
  readonly receipt?: boolean;
  readonly onward?: 'continue' | 'return';
}

const completed = (view: LaterView): Ending => {
  const { session, words } = view;
  const common = { icon: checkIcon, good: true, receipt: true, onward: 'continue' } as const;
  if (orderKind(session) === 'setup') {
    return { ...common, title: words.setupDone, text: words.setupDoneHint };
  }
  if (session.amount_total_atom === 0) {
    return { ...common, title: words.orderCompleted, text: view.state.texts.notCharged };
  }
  const amount = moneyOfView(view)(session.amount_total_atom);
  const { phase } = view.state;
  if (phase.name === 'completed' && phase.insteadOf) {
    const before = { ...view, session: phase.insteadOf };
    const notCharged = moneyOfView(before)(phase.insteadOf.amount_total_atom);
    return { ...common, title: words.chargedOther, text: words.paidInstead, amount, notCharged };
  }
  return { ...common, title: words.completed, text: words.youPaid, amount };
};

/** Paid somewhere else, or before this page was loaded: then it says no more of the order than that. */
const done = ({ state: { texts }, session, words }: LaterView, followed: boolean): Ending => {
  const paid = session.amount_total_atom > 0 && session.payment !== null;
  const sentences = [
    ...(paid && followed ? [words.paidElsewhere] : []),
    // Settled outside PaymentKit: whether and what was charged is not known here.
    ...(paid ? [words.chargedOnce] : session.amount_total_atom === 0 ? [texts.notCharged] : []),
  ];
  return {
    icon: checkIcon,
    title: paid ? words.alreadyPaid : words.alreadyCompleted,
    text: sentences.join(' '),
    onward: 'continue',
  };
};

export const endingOf = (view: LaterView): Ending => {
  const { words } = view;
  const { texts, phase } = view.state;
  switch (phase.name) {
    case 'completed':
      return completed(view);
    case 'done':
      return done(view, phase.followed);
    case 'pending':
      return { icon: clockIcon, title: words.pending, text: words.pendingHint, receipt: true };
    case 'elsewhere':
      return { icon: clockIcon, title: words.elsewhere, text: words.elsewhereHint };
    case 'canceled':
      return { icon: crossIcon, title: words.canceled, text: texts.notCharged, onward: 'return' };
    default:
      return { icon: clockIcon, title: words.expired, text: words.expiredHint, onward: 'return' };
  }
};

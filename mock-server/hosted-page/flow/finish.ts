import type { Session } from '../api/Session.ts';
import { cardBrand } from '../form/cardNumber.ts';
import { digitsOf } from '../form/digitsOf.ts';
import { emptyValues } from '../form/FormValues.ts';
import { orderKind } from '../order/orderKind.ts';
import type { PageState } from '../state/PageState.ts';
import type { Flow } from './Flow.ts';
import { leaveCheckout } from './leaveCheckout.ts';

/** Long enough to see that the payment went through. */
const readingTime = 3000;

const noCard = { values: emptyValues, note: undefined, errors: {} };

const paidWith = ({ values, session }: PageState) => {
  const digits = digitsOf(values.number);
  return digits === '' || !session || orderKind(session) === 'free'
    ? undefined
    : { brand: cardBrand(digits).name, last4: digits.slice(-4) };
};

/**
 * An ending's heading takes focus, so that a screen reader reads it. Not before the shopper has been here: a frame that
 * takes focus while it loads would scroll the merchant's page.
 */
const focusHeading = ({ store }: Flow): void => {
  store.set({ announcement: '', ...(document.hasFocus() && { focus: { id: 'heading' } }) });
};

/** This window's payment went through. */
export const finishCompleted = (flow: Flow, session: Session | undefined): void => {
  const { store } = flow;
  const before = store.get();
  const entered = store.enter(
    { name: 'completed', paidWith: paidWith(before) },
    { ...noCard, session: session ?? before.session },
  );
  if (!entered) return;
  focusHeading(flow);
  flow.send({ t: 'h:completed' });
  const { redirect } = store.get();
  if (!flow.alone() || redirect === 'never') return;
  const timer = setTimeout(() => {
    leaveCheckout(flow);
  }, readingTime);
  flow.signal.addEventListener('abort', () => {
    clearTimeout(timer);
  });
};

/** The session is completed, and not by this window as far as it knows. `followed`: the page watched it happen. */
export const finishDone = (flow: Flow, session: Session | undefined, followed: boolean): void => {
  const { store } = flow;
  const entered = store.enter(
    { name: 'done', followed },
    { ...noCard, session: session ?? store.get().session },
  );
  if (!entered) return;
  focusHeading(flow);
  flow.send({ t: 'h:completed' });
};

export const finishExpired = (flow: Flow, session: Session | undefined): void => {
  const { store } = flow;
  const known = session ?? store.get().session;
  if (!store.enter({ name: 'expired' }, { ...noCard, session: known })) return;
  focusHeading(flow);
  flow.send({ t: 'h:expired' });
};

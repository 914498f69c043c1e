import type { Session } from '../../api/Session.ts';
import { cardBrand } from '../../form/cardNumber.ts';
import { digitsOf } from '../../form/digitsOf.ts';
import { emptyValues } from '../../form/FormValues.ts';
import { orderKind } from '../../order/orderKind.ts';
import type { PageChanges, PageState, PaidWith } from '../../state/PageState.ts';
import type { Flow } from '../Flow.ts';
import { headingFocus } from '../focus/headingFocus.ts';
import { leaveCheckout } from './leaveCheckout.ts';

/** Long enough to see that the payment went through. */
const readingTime = 3000;

/** How often that is waited for a page that would close this window: it needs an answer of its own server first. */
const closingTimes = 4;

const paidWith = ({ values, session }: PageState): PaidWith | undefined => {
  const digits = digitsOf(values.number);
  if (digits === '' || !session || orderKind(session) === 'free') return undefined;
  const card = { brand: cardBrand(digits).name, last4: digits.slice(-4) };
  return session.mode === 'setup' ? { ...card, expires: values.expiry.replaceAll(' ', '') } : card;
};

const costsOther = (before: Session | undefined, after: Session): boolean =>
  before?.amount_total_atom !== after.amount_total_atom;

/** What every ending changes: nothing of the card stays. */
const ending = (session: Session | undefined): PageChanges => ({
  session,
  values: emptyValues,
  note: undefined,
  errors: {},
  ...headingFocus(),
});

/**
 * Goes on by itself once it has been read. A window is closed by the page that opened it: one that still stands a while
 * later was opened by a page that has been loaded anew since, or sleeps.
 */
const leaveWhenAlone = (flow: Flow): void => {
  const { redirect, surface } = flow.store.get();
  if (redirect === 'never' || (surface !== 'page' && !flow.alone())) return;
  let times = 0;
  const timer = setInterval(() => {
    times += 1;
    if (!flow.alone() && times < closingTimes) return;
    clearInterval(timer);
    leaveCheckout(flow);
  }, readingTime);
  flow.signal.addEventListener('abort', () => {
    clearInterval(timer);
  });
};

/** This window's payment went through. */
export const finishCompleted = (flow: Flow, session: Session | undefined): void => {
  const { store } = flow;
  const before = store.get();
  const changed = session?.price_changed === true && costsOther(before.session, session);
  const phase = {
    name: 'completed',
    paidWith: paidWith(before),
    insteadOf: changed ? before.session : undefined,
  } as const;
  if (!store.enter(phase, ending(session ?? before.session))) return;
  flow.send({ t: 'h:completed' });
  leaveWhenAlone(flow);
};

/** The session is completed, and not by this window as far as it knows. `followed`: the page watched it happen. */
export const finishDone = (flow: Flow, session: Session | undefined, followed: boolean): void => {
  const { store } = flow;
  const known = session ?? store.get().session;
  if (!store.enter({ name: 'done', followed }, ending(known))) return;
  flow.send({ t: 'h:completed' });
};

export const finishExpired = (flow: Flow, session: Session | undefined): void => {
  const { store } = flow;
  const known = session ?? store.get().session;
  if (!store.enter({ name: 'expired' }, ending(known))) return;
  flow.send({ t: 'h:expired' });
};

import type { Attempt } from '../../api/attemptIn.ts';
import type { Session } from '../../api/Session.ts';
import type { Payment } from '../payment/createPayment.ts';
import { finishDone, finishExpired } from '../ending/finish.ts';
import type { Flow } from '../Flow.ts';
import { followSession } from './followSession.ts';
import { attemptHere } from '../payment/attemptHere.ts';
import { settleAttempt } from '../payment/settleAttempt.ts';
import { wasShownBefore } from './wasShownBefore.ts';

/**
 * Somebody is paying. That may be this very window, loaded anew since Pay was pressed: it goes on with it. A page that has
 * had its form open from its first load on knows that it is another window.
 */
const showProcessing = (flow: Flow, payment: Payment, session: Session): void => {
  const { store } = flow;
  const goOn = (attempt: Attempt | undefined): void => {
    if (!attempt) return;
    settleAttempt(flow, attempt);
    if (attempt.id !== undefined) payment.resume(attempt.id);
  };
  const isNew = store.get().phase.name !== 'form' || wasShownBefore();
  const attempt = isNew ? attemptHere(flow, session) : undefined;
  store.set({ session });
  if (attempt) goOn(attempt);
  else if (store.enter({ name: 'elsewhere' })) {
    void followSession(flow, wasShownBefore()).then(goOn);
  }
};

/** Where a read of the session says what comes next. Once Pay is pressed, its own answer does. */
const asks: readonly string[] = ['loading', 'failed', 'form'];

/** Shows a session that is not open: being paid, paid or expired. */
export const showClosed = (flow: Flow, payment: Payment, session: Session): void => {
  if (!asks.includes(flow.store.get().phase.name)) return;
  if (session.state === 'processing') showProcessing(flow, payment, session);
  else if (session.state === 'expired') finishExpired(flow, session);
  else if (session.state === 'completed') {
    finishDone(flow, session, flow.store.get().phase.name === 'form' && !wasShownBefore());
  }
};

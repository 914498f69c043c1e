import type { Session } from '../../api/Session.ts';
import type { Payment } from '../payment/createPayment.ts';
import { finishDone, finishExpired } from '../ending/finish.ts';
import type { Flow } from '../Flow.ts';
import { followSession } from './followSession.ts';
import { settleAttempt } from '../payment/settleAttempt.ts';

/**
 * Somebody is paying. At load that may be this very window, loaded again in the middle of a challenge: it goes on with
 * it. A page that has its form open knows that it is another window.
 */
const showProcessing = (
  flow: Flow,
  payment: Payment,
  session: Session,
  reloaded: boolean,
): void => {
  const { store } = flow;
  const { phase } = store.get();
  const attempt = session.payment;
  const ours = phase.name === 'loading' || phase.name === 'failed';
  store.set({ session });
  if (ours && attempt && (attempt.next_action || reloaded)) {
    settleAttempt(flow, {
      id: attempt.id,
      status: attempt.status,
      declineCode: undefined,
      challengeUrl: attempt.next_action?.url,
      session,
    });
    payment.resume(attempt.id);
  } else if (store.enter({ name: 'elsewhere' })) {
    void followSession(flow);
  }
};

/** Shows a session that is not open: being paid, paid or expired. `reloaded`: this window had it before. */
export const showClosed = (
  flow: Flow,
  payment: Payment,
  session: Session,
  reloaded: boolean,
): void => {
  if (session.state === 'processing') showProcessing(flow, payment, session, reloaded);
  else if (session.state === 'expired') finishExpired(flow, session);
  else if (session.state === 'completed') {
    finishDone(flow, session, flow.store.get().phase.name === 'form');
  }
};

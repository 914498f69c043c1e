import type { Attempt } from '../../api/attemptIn.ts';
import type { Session } from '../../api/Session.ts';
import type { Flow } from '../Flow.ts';
import { wasShownBefore } from '../reading/wasShownBefore.ts';

/**
 * The payment under way, where this window may go on with it: one that waits for the bank's question, since the window that
 * began it may be gone, and any where this one had the page before and may have begun it. What of a card was typed since
 * is not the one that pays, and goes.
 */
export const attemptHere = ({ store }: Flow, session: Session): Attempt | undefined => {
  const { state, payment } = session;
  if (state !== 'processing' || !payment) return undefined;
  if (!payment.next_action && !wasShownBefore()) return undefined;
  const { values } = store.get();
  store.set({ session, values: { ...values, number: '', expiry: '', securityCode: '' } });
  return {
    id: payment.id,
    status: payment.status,
    declineCode: undefined,
    challengeUrl: payment.next_action?.url,
    session,
  };
};

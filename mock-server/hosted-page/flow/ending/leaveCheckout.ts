import { safeUrl } from '../../order/safeUrl.ts';
import type { Flow } from '../Flow.ts';

/** Where "Continue" and "Return" lead: on after a payment, back in every other case. */
const destination = ({ store }: Pick<Flow, 'store'>): string | undefined => {
  const { session, phase } = store.get();
  if (!session) return undefined;
  const paid = phase.name === 'completed' || phase.name === 'done';
  return safeUrl(paid ? session.success_url : session.return_url);
};

/** Long enough for the page that opened this window to have closed it. */
const patience = 3000;

/**
 * Goes to the merchant. Inside the merchant's page only that page may navigate, so it is asked to; it takes the address
 * from the API, never from a message. The page that opened a window closes it and goes there itself; a window that is
 * still there was opened by a page that is not.
 */
export const leaveCheckout = (flow: Flow): void => {
  const go = (): void => {
    const url = destination(flow);
    if (url !== undefined) flow.go(url);
  };
  if (flow.alone()) {
    go();
    return;
  }
  flow.send({ t: 'h:return' });
  if (flow.store.get().surface === 'page') setTimeout(go, patience);
};

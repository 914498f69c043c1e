import { safeUrl } from '../order/safeUrl.ts';
import type { Flow } from './Flow.ts';

/** Where "Continue" and "Return" lead: on after a payment, back in every other case. */
const destination = ({ store }: Pick<Flow, 'store'>): string | undefined => {
  const { session, phase } = store.get();
  if (!session) return undefined;
  const paid = phase.name === 'completed' || phase.name === 'done';
  return safeUrl(paid ? session.success_url : session.return_url);
};

/**
 * Goes to the merchant. Inside the merchant's page only that page may navigate, so it is asked to; it takes the address
 * from the API, never from a message.
 */
export const leaveCheckout = (flow: Flow): void => {
  if (!flow.alone()) {
    flow.send({ t: 'h:return' });
    return;
  }
  const url = destination(flow);
  if (url !== undefined) flow.go(url);
};

/** The page's own Cancel. Final here; the session stays open for a new visit. */
export const cancelCheckout = (flow: Flow): void => {
  const { store } = flow;
  if (!store.enter({ name: 'canceled' }, { focus: { id: 'heading' } })) return;
  if (flow.alone()) leaveCheckout(flow);
  else flow.send({ t: 'h:canceled' });
};

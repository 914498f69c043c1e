import type { Flow } from '../Flow.ts';

/** The page's own Cancel. Final here; the session stays open for a new visit. `leave` goes to the merchant. */
export const cancelCheckout = (flow: Flow, leave: () => void): void => {
  const { store } = flow;
  if (!store.enter({ name: 'canceled' }, { focus: { id: 'heading' } })) return;
  if (flow.alone()) leave();
  else flow.send({ t: 'h:canceled' });
};

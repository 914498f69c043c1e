import { createPayment } from './flow/createPayment.ts';
import { createPromotion } from './flow/createPromotion.ts';
import type { Flow } from './flow/Flow.ts';
import type { Later } from './flow/Later.ts';
import { showClosed } from './flow/showClosed.ts';
import { validateBlurred } from './flow/validateBlurred.ts';
import { LaterScreen } from './views/LaterScreen.tsx';

/** The second half of the page. */
export const createLater = (flow: Flow): Later => {
  const payment = createPayment(flow);
  const { apply, remove } = createPromotion(flow, (session) => {
    showClosed(flow, payment, session, false);
  });
  return {
    payment,
    applyCode: apply,
    removeCode: remove,
    blur(field) {
      validateBlurred(flow, field);
    },
    showClosed(session, reloaded) {
      showClosed(flow, payment, session, reloaded);
    },
    Screen: LaterScreen,
  };
};

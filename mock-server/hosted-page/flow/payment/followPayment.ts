import { attemptIn } from '../../api/attemptIn.ts';
import type { Flow } from '../Flow.ts';
import { headingFocus } from '../focus/headingFocus.ts';
import { pause, pauseTime } from '../pause.ts';
import { settleAttempt } from './settleAttempt.ts';

/** So many reads in a row without an answer, and the page says that it is checking; then, that it does not know. */
const lostBeforeChecking = 5;
const lostAtMost = 15;

/** Whether a payment of this window has begun and is not settled. */
export const isUnderWay = ({ store }: Flow): boolean =>
  ['challenge', 'pending', 'checking'].includes(store.get().phase.name);

/**
 * Asks how a payment stands, every second during a challenge, until it is settled. An answer that is lost says nothing
 * about the payment, and nor does a refused read; so the page goes on asking, but not without an end. `isCurrent` says
 * whether this is still the payment that the page is about.
 */
export const followPayment = async (
  flow: Flow,
  id: string,
  isCurrent: () => boolean,
): Promise<void> => {
  const { store, api, signal } = flow;
  const mayGoOn = (): boolean => isCurrent() && isUnderWay(flow) && !signal.aborted;
  let lost = 0;
  for (let read = 0; lost < lostAtMost; read += 1) {
    await pause(store.get().phase.name === 'challenge' ? 1000 : pauseTime(read), signal);
    if (!mayGoOn()) return;
    const attempt = attemptIn(await api.readPayment(id));
    // A cancel may have settled it while this answer was on its way.
    if (!mayGoOn()) return;
    lost = attempt ? 0 : lost + 1;
    if (attempt) settleAttempt(flow, attempt);
    else if (lost >= lostBeforeChecking) {
      store.enter({ name: 'checking', gaveUp: lost >= lostAtMost }, headingFocus());
    }
  }
};

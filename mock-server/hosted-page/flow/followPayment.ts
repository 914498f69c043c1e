import { attemptIn } from '../api/attemptIn.ts';
import type { Flow } from './Flow.ts';
import { pause, pauseTime } from './pause.ts';
import { settleAttempt } from './settleAttempt.ts';

const following = ['challenge', 'pending', 'checking'];

/** So many reads in a row without an answer, and the page says that it is checking; then, that it does not know. */
const lostBeforeChecking = 5;
const lostAtMost = 15;

/**
 * Asks how a payment stands, every second during a challenge, until it is settled. An answer that is lost says nothing
 * about the payment, and nor does a refused read; so the page goes on asking, but not without an end.
 */
export const followPayment = async (flow: Flow, id: string): Promise<void> => {
  const { store, api, signal } = flow;
  let lost = 0;
  for (let read = 0; ; read += 1) {
    await pause(store.get().phase.name === 'challenge' ? 1000 : pauseTime(read), signal);
    if (signal.aborted || !following.includes(store.get().phase.name)) return;
    const attempt = attemptIn(await api.readPayment(id));
    // A cancel may have settled it while this answer was on its way.
    if (!following.includes(store.get().phase.name)) return;
    if (attempt) {
      lost = 0;
      settleAttempt(flow, attempt);
    } else {
      lost += 1;
      if (lost >= lostBeforeChecking) {
        store.enter({ name: 'checking', gaveUp: lost >= lostAtMost }, { announcement: '' });
      }
      if (lost >= lostAtMost) return;
    }
  }
};

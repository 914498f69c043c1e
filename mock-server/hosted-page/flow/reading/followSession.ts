import type { Attempt } from '../../api/attemptIn.ts';
import { sessionIn } from '../../api/Session.ts';
import { finishDone, finishExpired } from '../ending/finish.ts';
import type { Flow } from '../Flow.ts';
import { attemptHere } from '../payment/attemptHere.ts';
import { pause, pauseTime } from '../pause.ts';
import { wasShownBefore } from './wasShownBefore.ts';

/**
 * Watches a session that another window is paying, until it is over or open again. A read that fails is only repeated:
 * what the page shows stays true. `isOurs`: this window may have begun the payment itself, which only a read can say; where
 * one says so, it is given.
 */
export const followSession = async (flow: Flow, isOurs: boolean): Promise<Attempt | undefined> => {
  const { store, api, signal } = flow;
  for (let read = 0; ; read += 1) {
    await pause(pauseTime(read), signal);
    if (signal.aborted) return undefined;
    const session = sessionIn((await api.readSession()).body);
    if (store.get().phase.name !== 'elsewhere') return undefined;
    if (session?.state === 'completed') finishDone(flow, session, !wasShownBefore());
    else if (session?.state === 'expired') finishExpired(flow, session);
    else if (session?.state === 'open') {
      flow.clock.set(session.server_time);
      const values = { ...store.get().values, securityCode: '' };
      const focus = { id: 'pay' };
      store.enter({ name: 'form' }, { session, values, errors: {}, note: undefined, focus });
    } else {
      const attempt = session && isOurs ? attemptHere(flow, session) : undefined;
      if (attempt) return attempt;
      continue;
    }
    return undefined;
  }
};

import { sessionIn } from '../../api/Session.ts';
import { finishDone, finishExpired } from '../ending/finish.ts';
import type { Flow } from '../Flow.ts';
import { pause, pauseTime } from '../pause.ts';

/**
 * Watches a session that another window is paying, until it is over or open again. A read that fails is only repeated:
 * what the page shows stays true.
 */
export const followSession = async (flow: Flow): Promise<void> => {
  const { store, api, signal } = flow;
  for (let read = 0; ; read += 1) {
    await pause(pauseTime(read), signal);
    if (signal.aborted) return;
    const session = sessionIn((await api.readSession()).body);
    if (store.get().phase.name !== 'elsewhere') return;
    if (session?.state === 'completed') finishDone(flow, session, true);
    else if (session?.state === 'expired') finishExpired(flow, session);
    else if (session?.state === 'open') {
      flow.clock.set(session.server_time);
      const values = { ...store.get().values, securityCode: '' };
      const focus = { id: 'pay' };
      store.enter({ name: 'form' }, { session, values, errors: {}, note: undefined, focus });
    } else continue;
    return;
  }
};

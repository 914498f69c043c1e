import { sessionIn, type Session } from '../../api/Session.ts';
import type { Flow } from '../Flow.ts';
import { pause, pauseTime } from '../pause.ts';

/**
 * Reads the session of an open form a few times more. Pay may have been pressed before the page was loaded anew, and its
 * request may have come to the server only after the page had asked.
 */
export const lookAgain = async (
  { store, api, signal }: Flow,
  showClosed: (session: Session) => void,
): Promise<void> => {
  const isForm = (): boolean => store.get().phase.name === 'form' && !signal.aborted;
  for (let read = 0; read < 5; read += 1) {
    await pause(pauseTime(read), signal);
    if (signal.aborted) return;
    // The form may come later than what it is asked for: its session could not be read at first.
    if (!isForm()) continue;
    const session = sessionIn((await api.readSession()).body);
    if (session && session.state !== 'open' && isForm()) showClosed(session);
  }
};

import type { Reading } from './createReading.ts';
import type { Flow } from '../Flow.ts';

const hour = 3_600_000;

/**
 * Reads the session again when what the page shows may no longer hold: at the session's end, and when the shopper comes
 * back to the page.
 */
export const watchSession = (
  { store, clock, signal }: Flow,
  { refresh, refreshIfOld }: Reading,
): void => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let least = 2500;

  const schedule = (): void => {
    clearTimeout(timer);
    const { session, phase } = store.get();
    if (phase.name !== 'form' || !session) return;
    const left = Date.parse(session.expires_at) - clock.now();
    const due = left <= hour;
    // A server whose clock stands still is asked again and again, but ever more rarely.
    if (due) least = Math.min(least * 2, hour);
    // A timer of more than 24 days would fire at once.
    timer = setTimeout(
      due ? () => void refresh() : schedule,
      Math.min(Math.max(left, least), hour),
    );
  };
  const returned = (): void => {
    if (document.visibilityState === 'visible') refreshIfOld();
  };

  let known = store.get().session;
  const unsubscribe = store.subscribe(({ session }) => {
    if (session === known) return;
    known = session;
    schedule();
  });
  document.addEventListener('visibilitychange', returned, { signal });
  addEventListener('pageshow', returned, { signal });
  addEventListener('online', returned, { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    unsubscribe();
  });
};

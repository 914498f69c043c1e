/** 1, 2, 4 and then 8 seconds: how long to pause before asking once more. */
export const pauseTime = (attempt: number): number => 1000 * 2 ** Math.min(attempt, 3);

/**
 * Waits, at most `milliseconds`; ends at once when the connection comes back, the page becomes visible again, or
 * `signal` aborts. Never rejects: ask the signal afterwards.
 */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = new AbortController();
    const until = { signal: done.signal };
    const end = (): void => {
      clearTimeout(timer);
      done.abort();
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    if (signal.aborted) end();
    signal.addEventListener('abort', end, until);
    addEventListener('online', end, until);
    const seen = (): void => {
      if (document.visibilityState === 'visible') end();
    };
    document.addEventListener('visibilitychange', seen, until);
  });

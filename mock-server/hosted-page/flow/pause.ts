/**
 * Waits, at most `milliseconds`; ends at once when the connection comes back, the page becomes visible again, or
 * `signal` aborts. Never rejects: ask the signal afterwards.
 */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = new AbortController();
    const end = (): void => {
      clearTimeout(timer);
      done.abort();
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { signal: done.signal });
    addEventListener('online', end, { signal: done.signal });
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState === 'visible') end();
      },
      { signal: done.signal },
    );
  });

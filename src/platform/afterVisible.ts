import type { Platform } from './Platform.ts';

/**
 * Calls back after so many milliseconds in which the page could be seen. A hidden tab is throttled to
 * one timer a minute and a sleeping one to none: time that the shopper did not spend is not counted.
 * Ends with the signal.
 */
export function afterVisible(
  platform: Platform,
  milliseconds: number,
  signal: AbortSignal,
  callback: () => void,
): void {
  const { document } = platform;
  const done = new AbortController();
  let left = milliseconds;
  let since = 0;
  let timer: number | undefined;

  const pause = (): void => {
    if (timer === undefined) return;
    platform.clearTimeout(timer);
    timer = undefined;
    left -= platform.performance.now() - since;
  };
  const turn = (): void => {
    pause();
    if (document.visibilityState === 'hidden') return;
    since = platform.performance.now();
    timer = platform.setTimeout(() => {
      done.abort();
      callback();
    }, left);
  };
  if (signal.aborted) return;
  signal.addEventListener('abort', () => done.abort(), done);
  done.signal.addEventListener('abort', pause);
  document.addEventListener('visibilitychange', turn, done);
  turn();
}

import { createScope } from './createScope.ts';
import type { Platform } from './Platform.ts';

/**
 * Calls back after so many milliseconds in which the page could be seen. A hidden tab is throttled to one
 * timer a minute and a sleeping one to none: time that the shopper did not spend is not counted. Ends with
 * the signal.
 */
export function afterVisible(
  platform: Platform,
  left: number,
  parent: AbortSignal,
  callback: () => void,
): void {
  const { document } = platform;
  const scope = createScope(parent);
  const { signal } = scope;
  let since = 0;
  let timer = 0;

  /** Counts what has passed, and goes on only while it is seen. */
  const turn = (): void => {
    const now = platform.performance.now();
    if (timer) left -= now - since;
    since = now;
    platform.clearTimeout(timer);
    timer = 0;
    if (signal.aborted || document.visibilityState === 'hidden') return;
    timer = platform.setTimeout(() => {
      scope.abort();
      callback();
    }, left);
  };
  signal.addEventListener('abort', turn);
  document.addEventListener('visibilitychange', turn, scope);
  turn();
}

import { createScope } from './createScope.ts';
import type { Platform } from './Platform.ts';

/** Calls back after so many milliseconds, unless the signal comes first. */
export function after(
  platform: Platform,
  milliseconds: number,
  signal: AbortSignal,
  callback: () => void,
): void {
  if (signal.aborted) return;
  // Its own scope, which leaves nothing on a signal that outlives it.
  const scope = createScope(signal);
  scope.signal.addEventListener('abort', () => platform.clearTimeout(timer));
  // A timer that is given more than its most calls back at once.
  const timer = platform.setTimeout(
    () => {
      scope.abort();
      callback();
    },
    Math.min(milliseconds, 2 ** 31 - 1),
  );
}

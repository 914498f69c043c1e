import { after } from './after.ts';
import { createScope } from './createScope.ts';
import type { Platform } from './Platform.ts';

/**
 * Calls back after so many milliseconds in which the page could be seen. A hidden tab is throttled to one
 * timer a minute and a sleeping one to none: time that the shopper did not spend is not counted. Ends with
 * the signal.
 */
export function afterVisible(
  platform: Platform,
  milliseconds: number,
  parent: AbortSignal,
  callback: () => void,
): void {
  const scope = createScope(parent);
  const since = platform.performance.now();
  const hidden = platform.document.visibilityState === 'hidden';
  platform.document.addEventListener(
    'visibilitychange',
    () => {
      scope.abort();
      afterVisible(
        platform,
        hidden ? milliseconds : milliseconds - platform.performance.now() + since,
        parent,
        callback,
      );
    },
    scope,
  );
  if (!hidden) {
    after(platform, milliseconds, scope.signal, () => {
      scope.abort();
      callback();
    });
  }
}

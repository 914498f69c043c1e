import type { Platform } from '../platform/Platform.ts';

/** Calls back when a read is worth its while again: the network, the page or the shopper is back. */
export function wakeWithPage(platform: Platform, scope: AbortController, wake: () => void): void {
  const wakeIf = (isSeen: boolean): unknown => isSeen && wake();
  platform.addEventListener('online', wake, scope);
  platform.addEventListener('pageshow', ({ persisted }) => wakeIf(persisted), scope);
  platform.document.addEventListener(
    'visibilitychange',
    () => wakeIf(platform.document.visibilityState !== 'hidden'),
    scope,
  );
}

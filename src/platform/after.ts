import type { Platform } from './Platform.ts';

/** Calls back after so many milliseconds, unless the signal comes first. */
export function after(
  platform: Platform,
  milliseconds: number,
  signal: AbortSignal,
  callback: () => void,
): void {
  if (signal.aborted) return;
  const timer = platform.setTimeout(callback, milliseconds);
  signal.addEventListener('abort', () => platform.clearTimeout(timer));
}

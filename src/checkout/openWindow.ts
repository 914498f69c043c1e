import type { Platform, PlatformWindow } from '../platform/Platform.ts';
import { drawSkeleton } from './drawErrorPanel.ts';
import type { ResolvedCheckoutOptions } from './resolveCheckoutOptions.ts';

const width = 480;
const height = 720;

/** What shows in the window until the hosted page comes: it belongs to this page, and to its policies. */
function drawWaiting(
  { document }: PlatformWindow,
  { appearance, loading, texts }: ResolvedCheckoutOptions,
): void {
  const { body, documentElement: root } = document;
  const theme = appearance?.theme ?? 'auto';
  document.title = texts.title;
  root.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
  body.style.cssText = 'margin:24px 16px;font-family:system-ui,sans-serif';
  body.append(loading === 'skeleton' ? drawSkeleton(document, texts) : loading || '');
}

/**
 * Opens a window in the middle of the page's own; `undefined` when the browser blocks it. It does not outside
 * of a click, so nothing may be awaited before. Never with `noopener`: the two could not speak.
 */
export function openWindow(
  platform: Platform,
  options: ResolvedCheckoutOptions,
): PlatformWindow | undefined {
  const { screenX, screenY, outerWidth, outerHeight } = platform;
  const left = Math.round(screenX + (outerWidth - width) / 2);
  const top = Math.round(screenY + (outerHeight - height) / 2);
  const features = `popup,width=${width},height=${height},left=${left},top=${top}`;
  const opened = platform.open('about:blank', '', features);
  if (opened) drawWaiting(opened, options);
  return opened ?? undefined;
}

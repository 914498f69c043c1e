import type { Platform, PlatformWindow } from '../../platform/Platform.ts';
import type { ResolvedCheckoutOptions } from '../options/resolveCheckoutOptions.ts';
import { drawSkeleton } from '../view/drawErrorPanel.ts';

const width = 480;
/** Room for the form of one order line, down to its button; a smaller screen gives less. */
const height = 900;

/** What shows in the window until the hosted page comes: it belongs to this page, and to its policies. */
function drawWaiting(
  { document }: PlatformWindow,
  { appearance, loading, texts }: ResolvedCheckoutOptions,
): void {
  const { body, documentElement: root } = document;
  const theme = appearance?.theme ?? 'auto';
  document.title = texts.title;
  // The hosted page's own colours and edges: nothing flashes when it comes.
  const scheme = theme === 'auto' ? 'light dark' : theme;
  root.style.cssText = `color-scheme:${scheme};background:light-dark(#fff,#16181d)`;
  body.style.margin = '20px 12px';
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

import type { Platform, PlatformWindow } from '../../platform/Platform.ts';
import type { ResolvedCheckoutOptions } from '../options/resolveCheckoutOptions.ts';
import { drawLoading } from '../view/drawLoading.ts';

const width = 480;
/** Room for the form of one order line, down to its button; a smaller screen gives less. */
const height = 900;

/** What shows in the window until the hosted page comes: it belongs to this page, and to its policies. */
function drawWaiting(
  { document }: PlatformWindow,
  lang: string,
  options: ResolvedCheckoutOptions,
): void {
  const theme = options.appearance?.theme ?? 'auto';
  document.title = options.texts.title;
  // The hosted page's own colours and, with the margin that every body has, its edges: nothing flashes when it comes.
  Object.assign(document.documentElement, {
    lang,
    style: `color-scheme:${theme === 'auto' ? 'light dark' : theme};padding:12px 4px;background:light-dark(#fff,#16181d)`,
  });
  document.body.append(drawLoading(document, options) || '');
}

/**
 * Opens a window in the middle of the page's own; `null` when the browser blocks it. It does not outside
 * of a click, so nothing may be awaited before. Never with `noopener`: the two could not speak.
 */
export function openWindow(
  platform: Platform,
  options: ResolvedCheckoutOptions,
): PlatformWindow | null {
  const left = platform.screenX + (platform.outerWidth - width) / 2;
  const top = platform.screenY + (platform.outerHeight - height) / 2;
  const features = `popup,width=${width},height=${height},left=${left},top=${top}`;
  const opened = platform.open('about:blank', '', features);
  if (opened) drawWaiting(opened, platform.document.documentElement.lang, options);
  return opened;
}

import { requireBrowser } from '../options/checkOption.ts';
import { createOverlay, type Overlay } from '../overlay/createOverlay.ts';
import type { Platform } from '../platform/Platform.ts';
import { checkGiven } from './checkGiven.ts';
import type { Checkout } from './Checkout.ts';
import { close, createHandle, focus, isLocked } from './createHandle.ts';
import { createRun } from './createRun.ts';
import { createView, pageTheme, type View } from './createView.ts';
import { findOpened, type Opened } from './findOpened.ts';
import type { OverlayOptions } from './OverlayOptions.ts';
import { type ResolvedCheckoutOptions, resolveCheckoutOptions } from './resolveCheckoutOptions.ts';
import type { Run, Surface } from './Run.ts';
import { showFrame } from './showFrame.ts';

const opened = new Map<Overlay, Opened>();

/** The view in the dialog, and what the dialog itself shows of the checkout. */
function createOverlayView(
  platform: Platform,
  options: ResolvedCheckoutOptions,
  overlay: Overlay,
  run: () => Run,
): View {
  const { texts } = options;
  const view = createView(platform, overlay.dialog, options);
  return {
    ...view,
    reveal: () => {
      const { session, attempt } = run();
      view.reveal();
      if (session) overlay.rename(session.merchant.name, attempt?.frame?.title ?? texts.title);
      if (overlay.isUntouched()) focus(run());
    },
    theme: (theme) => {
      const scheme = view.theme(theme === 'auto' ? pageTheme(platform, overlay.host) : theme);
      overlay.dialog.className = scheme;
      return scheme;
    },
    phase: (phase) => overlay.lock(phase === 'processing' ? texts.closeLocked : undefined),
    escape: () => overlay.dismiss(),
    end: () => close(run(), 'api'),
    remove: () => {
      overlay.remove();
      opened.delete(overlay);
    },
  };
}

/** `openCheckout` on a given platform. */
export function openCheckoutOn(
  platform: Platform,
  options: OverlayOptions,
  steps?: Partial<Surface>,
): Checkout {
  requireBrowser(platform);
  if (__DEV__) checkGiven(options);
  const given = options.secureToken ?? options.url;
  // One whose nodes the page has thrown away shows nothing any more.
  for (const overlay of opened.keys()) if (!overlay.host.isConnected) opened.delete(overlay);
  const same = findOpened(opened.values(), given);
  if (same) {
    same.focus();
    return same;
  }
  const { dismissible = true } = options;
  const resolved = resolveCheckoutOptions(platform, options);
  const { texts } = resolved;
  const overlay = createOverlay(platform, dismissible ? texts.close : '', (asked) => {
    if (!dismissible) return;
    if (isLocked(run)) overlay.say(texts.closeLocked);
    else if (run.edited && run.phase === 'ready' && !asked) overlay.ask(texts.confirmClose);
    else close(run, 'dismissed');
  });
  overlay.rename(texts.title, texts.title);
  const view = createOverlayView(platform, resolved, overlay, () => run);
  const surface: Surface = { mode: 'overlay', view, show: showFrame, ...steps };
  const run: Run = createRun(platform, resolved, surface);
  const checkout = createHandle(run);
  if (run.phase !== 'destroyed') opened.set(overlay, { run, given, checkout });
  return checkout;
}

import { checkOption, noPage } from '../options/checkOption.ts';
import { createOverlay, type Overlay } from '../overlay/createOverlay.ts';
import type { Platform } from '../platform/Platform.ts';
import { checkGiven } from './checkGiven.ts';
import type { Checkout } from './Checkout.ts';
import { type OverlayTexts, overlayTexts } from './CheckoutTexts.ts';
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
  texts: OverlayTexts,
  overlay: Overlay,
  run: () => Run,
): View {
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

/** A dialog for a checkout, closed until it begins. */
export interface CheckoutDialog {
  readonly view: View;
  /** Opens the dialog, and begins. */
  readonly begin: (
    options: ResolvedCheckoutOptions,
    steps: Omit<Surface, 'mode' | 'view'>,
  ) => Checkout;
}

/** Builds the dialog for what is `given`: a token, an address, or a function for either. */
export function createDialog(
  platform: Platform,
  { dismissible = true, secureToken, url }: OverlayOptions,
  resolved: ResolvedCheckoutOptions,
): CheckoutDialog {
  const texts = { ...overlayTexts, ...resolved.texts };
  let run: Run;
  const overlay = createOverlay(platform, dismissible ? texts.close : '', (asked) => {
    if (!dismissible) return;
    if (isLocked(run)) overlay.say(texts.closeLocked);
    else if (run.edited && run.phase === 'ready' && !asked) overlay.ask(texts.confirmClose);
    else close(run, 'dismissed');
  });
  overlay.rename(texts.title, texts.title);
  const view = createOverlayView(platform, resolved, texts, overlay, () => run);
  return {
    view,
    begin: (options, steps) => {
      overlay.open();
      run = createRun(platform, options, { mode: 'overlay', view, ...steps });
      const checkout = createHandle(run);
      const given = secureToken ?? url;
      if (run.phase !== 'destroyed') opened.set(overlay, { run, given, checkout });
      return checkout;
    },
  };
}

/** `openCheckout` on a given platform. */
export function openCheckoutOn(
  platform: Platform,
  options: OverlayOptions,
  steps?: Partial<Surface>,
): Checkout {
  checkOption(platform.document, __DEV__ ? noPage : '', 'insecure_context');
  if (__DEV__) checkGiven(options);
  // One whose nodes the page has thrown away shows nothing any more.
  for (const overlay of opened.keys()) if (!overlay.host.isConnected) opened.delete(overlay);
  const same = findOpened(opened.values(), options.secureToken ?? options.url);
  if (same) {
    same.focus();
    return same;
  }
  const resolved = resolveCheckoutOptions(platform, options);
  const dialog = createDialog(platform, options, resolved);
  return dialog.begin(resolved, { show: showFrame, ...steps });
}

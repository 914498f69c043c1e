import { createOverlay } from '../../overlay/createOverlay.ts';
import type { Platform } from '../../platform/Platform.ts';
import { overlayTexts } from '../options/CheckoutTexts.ts';
import type { ResolvedCheckoutOptions } from '../options/resolveCheckoutOptions.ts';
import { close, isLocked } from '../run/close.ts';
import type { Run } from '../run/Run.ts';
import type { View } from '../run/View.ts';
import { createView, pageTheme } from './createView.ts';

/** The checkouts in a dialog, while they are there. */
export const opened = new Set<Run>();

/** A place for a checkout in a dialog, which opens when the checkout begins, and what the dialog itself shows of it. */
export function createDialog(platform: Platform, options: ResolvedCheckoutOptions): View {
  const { dismissible = true } = options;
  const texts = { ...overlayTexts, ...options.texts };
  let run: Run;
  // The shopper has typed something.
  let edited = false;
  const dismiss = (): void => {
    if (!dismissible) return;
    if (isLocked(run)) overlay.say(texts.closeLocked);
    else if (!edited || run.phase !== 'ready' || overlay.ask(texts.confirmClose))
      close(run, 'dismissed');
  };
  const overlay = createOverlay(platform, dismissible ? texts.close : '', dismiss);
  overlay.rename(texts.title);
  const view = createView(platform, overlay.dialog, options);
  return {
    ...view,
    load: (owner) => {
      run = owner;
      opened.add(run);
      overlay.open();
      view.load(run);
    },
    reveal: () => {
      view.reveal();
      if (run.session) overlay.rename(run.session.merchant.name, run.attempt?.frame?.title);
      if (overlay.isUntouched()) view.focus();
    },
    theme: (theme) =>
      (overlay.dialog.className = view.theme(
        theme === 'auto' ? pageTheme(platform, overlay.host) : theme,
      )),
    phase: (phase) => overlay.lock(phase === 'processing' ? texts.closeLocked : undefined),
    hear: (t) => (t === 'h:escape' ? dismiss() : (edited ||= t === 'h:edited')),
    end: () => close(run, 'api'),
    remove: () => {
      overlay.remove();
      opened.delete(run);
    },
  };
}

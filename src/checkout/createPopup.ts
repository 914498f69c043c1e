import { createNonce } from '../channel/connectFrame.ts';
import { connectWindow } from '../channel/connectWindow.ts';
import { type Access, hostedPageUrl } from '../options/resolveAccess.ts';
import { after } from '../platform/after.ts';
import type { Platform } from '../platform/Platform.ts';
import { writeAddress } from '../protocol/writeAddress.ts';
import { close, takeAway } from './createHandle.ts';
import type { View } from './createView.ts';
import { createError } from './fail.ts';
import { openWindow } from './openWindow.ts';
import type { ResolvedCheckoutOptions } from './resolveCheckoutOptions.ts';
import { type Attempt, follow, isOver, look, type Run, type Surface, warn } from './Run.ts';
import { listenersOf, watchDeadline } from './showFrame.ts';
import { startAttempt } from './startAttempt.ts';
import { beatWindow, type Popup, watchWindow } from './watchWindow.ts';

/** The complete hosted page goes into the window: one that has lost its opener is a whole checkout still. */
function send(run: Run, attempt: Attempt, { host, token }: Access, popup: Popup): void {
  const { platform, options } = run;
  const { origin } = platform.location;
  if (!origin.startsWith('http')) throw createError('insecure_context');
  const nonce = createNonce();
  const { hear, ...listeners } = listenersOf(run, attempt);
  attempt.send = connectWindow(
    platform,
    {
      frame: { contentWindow: popup.window as Window },
      host,
      nonce,
      init: () => {
        popup.greeted = true;
        return { t: 's:init', mode: 'popup', redirect: options.redirect, ...run.changes };
      },
      hear: (message) => {
        // A page says bye when it is loaded anew, too: the window itself is looked at.
        if (message.t === 'h:bye') return;
        if (attempt.unheard > 2) follow(run);
        hear(message);
        if (message.t === 'h:return' && run.left) close(run, 'api');
      },
      ...listeners,
    },
    attempt.over.signal,
  );
  // Nothing is told in the very task in which the checkout begins.
  const warnSelf = (): void => warn(run, 'self_host');
  if (options.host === 'self') after(platform, 0, attempt.over.signal, warnSelf);
  watchDeadline(run, attempt);
  beatWindow(run, attempt.over.signal);
  popup.sent = true;
  const page = hostedPageUrl({ host, token });
  popup.window.location.replace(writeAddress(page, run.changes.locale, { nonce, origin }));
  look(run);
}

/** The window of a checkout, and what it belongs to. */
export interface PopupHolder {
  readonly surface: Surface;
  /** Opens the window, in a click. Without one it is blocked. */
  readonly open: () => void;
  /** The access of the options, if there is a window for it. */
  readonly access: ResolvedCheckoutOptions['access'];
  /** Looks after the window, once there is a run. */
  readonly watch: (run: Run) => void;
}

interface Held {
  popup?: Popup | undefined;
  run?: Run;
}

function leave(held: Held): void {
  if (held.popup) held.popup.left = true;
  held.popup?.window.close();
  held.popup = undefined;
}

/** In the same click as `focus()`: the window is gone, or out of reach for good. */
function openAgain(run: Run, open: () => void): void {
  open();
  delete run.abandon;
  run.attempt?.over.abort();
  if (run.phase === 'failed') run.retry();
  else startAttempt(run);
}

/** What belongs to a place on the page is done by `base`. */
function createPopupView(held: Held, base: View, open: () => void): View {
  return {
    ...base,
    theme: (theme) => theme,
    focus: () => {
      const { popup, run } = held;
      if (popup && !popup.window.closed) popup.window.focus();
      else if (run && !isOver(run) && run.platform.navigator.userActivation.isActive) {
        openAgain(run, open);
      }
    },
    fail: (panel) => {
      // What failed for want of a network is tried again in the same window.
      if (held.run?.failure?.code !== 'offline') leave(held);
      base.fail(panel);
    },
    remove: () => {
      leave(held);
      base.remove();
    },
  };
}

/** A window has said what it had to say once the checkout is over. That a session has expired it says itself. */
async function leaveAtEnd(run: Run): Promise<void> {
  const { outcome } = await run.result.promise;
  if (outcome !== 'expired') takeAway(run, 'api');
}

/** A checkout in a window of its own; `base` is its place on the page. */
export function createPopup(
  platform: Platform,
  options: ResolvedCheckoutOptions,
  base: View,
): PopupHolder {
  const held: Held = {};
  const open = (): void => {
    leave(held);
    const window = openWindow(platform, options);
    held.popup = window && { window };
    if (held.run && held.popup) watchWindow(held.run, held.popup);
  };
  const surface: Surface = {
    mode: 'popup',
    view: createPopupView(held, base, open),
    mayAlso: (from, to) =>
      (from === 'processing' && to === 'canceled') || (from === 'canceled' && to === 'completed'),
    show: (run, attempt, access) => {
      // A retry comes out of a click.
      if (!held.popup && platform.navigator.userActivation.isActive) open();
      if (!held.popup) throw createError('popup_blocked');
      // One that was closed meanwhile is seen to be so soon.
      if (!held.popup.window.closed) send(run, attempt, access, held.popup);
      return Promise.resolve();
    },
  };
  return {
    surface,
    open,
    access: (limit) => {
      if (!held.popup) throw createError('popup_blocked');
      return options.access(limit);
    },
    watch: (run) => {
      held.run = run;
      if (held.popup) watchWindow(run, held.popup);
      leaveAtEnd(run).catch(() => undefined);
    },
  };
}

import { connectHostedPage, createNonce } from '../../channel/connectHostedPage.ts';
import { type Access, hostedPageUrl } from '../../options/resolveAccess.ts';
import { after } from '../../platform/after.ts';
import { writeAddress } from '../../protocol/writeAddress.ts';
import { close, putAway } from '../run/close.ts';
import { createError } from '../run/fail.ts';
import { hearHosted } from '../run/hearHosted.ts';
import type { CheckoutPhase } from '../run/mayFollow.ts';
import { type Attempt, follow, isOver, look, type Run, type Surface, warn } from '../run/Run.ts';
import { startAttempt } from '../run/startAttempt.ts';
import type { View } from '../run/View.ts';
import { watchDeadline } from '../run/watchDeadline.ts';
import { openWindow } from './openWindow.ts';
import { beatWindow, type Popup, watchWindow } from './watchWindow.ts';

/** The complete hosted page goes into the window: one that has lost its opener is a whole checkout still. */
function send(run: Run, attempt: Attempt, { host, token }: Access, popup: Popup): void {
  const { origin } = run.platform.location;
  if (!origin.startsWith('http')) throw createError('insecure_context');
  const nonce = createNonce();
  attempt.send = connectHostedPage(
    run.platform,
    {
      frame: { contentWindow: popup.window as Window },
      host,
      nonce,
      init: () => {
        popup.greeted = true;
        return { t: 's:init', mode: 'popup', redirect: run.options.redirect, ...run.changes };
      },
      hear: (message) => {
        // A page says bye when it is loaded anew, too: the window itself is looked at.
        if (message.t === 'h:bye') return;
        if (attempt.unheard > 2) follow(run);
        hearHosted(run, attempt, message);
        if (message.t === 'h:return' && run.left) close(run, 'api');
      },
    },
    attempt.signal,
  );
  // Nothing is told in the very task in which the checkout begins.
  if (run.options.host === 'self') {
    after(run.platform, 0, attempt.signal, () => warn(run, 'self_host'));
  }
  watchDeadline(run, attempt);
  beatWindow(run, attempt.signal);
  popup.sent = true;
  popup.window.location.replace(
    writeAddress(hostedPageUrl({ host, token }), run.changes.locale, nonce, origin),
  );
  look(run);
}

/**
 * A window has said what it had to say once the checkout is over. That a session has expired it says itself. Chromium
 * loses an order to close for good where it meets the coming of a page: one that is on its way is let in first, unless
 * this page goes on at once.
 */
async function leaveAtEnd(run: Run): Promise<void> {
  const { outcome } = await run.result.promise;
  if (outcome === 'expired' || run.closed) return;
  const end = (): void => {
    putAway(run, 'api');
  };
  if (run.attempt?.painted || run.options.redirect !== 'never') end();
  else after(run.platform, 1_000, run.signal, end);
}

/** The checkouts in a window of their own, while they are there. */
export const opened = new Set<Run>();

/** Opens the window of a checkout, and looks after it. */
function enter(run: Run): Popup {
  const window = openWindow(run.platform, run.options);
  if (!window) throw createError('popup_blocked');
  const popup = { window };
  watchWindow(run, popup);
  opened.add(run);
  return popup;
}

function bringToFront({ window }: Popup, run: Run | undefined): void {
  window.focus();
  run?.attempt?.send({ t: 's:focus' });
}

/** In the same click as `focus()`: the window is gone, or out of reach for good. */
function startAgain(run: Run): void {
  delete run.abandon;
  run.attempt?.abort();
  if (run.phase === 'failed') run.retry();
  else startAttempt(run);
}

const mayAlso = (from: CheckoutPhase, to: CheckoutPhase): boolean =>
  (from === 'processing' && to === 'canceled') || (from === 'canceled' && to === 'completed');

/**
 * A checkout in a window of its own, which opens when it begins: that has to be in a click. `base` is its place on
 * the page. What failed for want of a network is tried again in the same window.
 */
export function createPopup(base: Omit<View, 'focus'>): Surface {
  let popup: Popup | undefined;
  let run: Run | undefined;
  const leave = (): void => {
    if (popup) popup.left = true;
    popup?.window.close();
    popup = undefined;
  };
  const view: View = {
    ...base,
    theme: (theme) => theme,
    load: (owner) => {
      base.load(owner);
      if (!run) leaveAtEnd(owner).catch(() => undefined);
      run = owner;
      popup ??= enter(run);
    },
    focus: () => {
      if (popup && !popup.window.closed) bringToFront(popup, run);
      else if (run && !isOver(run) && run.platform.navigator.userActivation.isActive) {
        leave();
        startAgain(run);
      }
    },
    fail: (panel) => {
      if (run?.failure?.code !== 'offline') leave();
      base.fail(panel);
    },
    remove: () => {
      leave();
      base.remove();
      if (run) opened.delete(run);
    },
  };
  // A window that was closed meanwhile is seen to be so soon.
  const show: Surface['show'] = (owner, attempt, access) => {
    if (popup && !popup.window.closed) send(owner, attempt, access, popup);
    return Promise.resolve();
  };
  return { mode: 'popup', view, mayAlso, show };
}

import { after } from '../../platform/after.ts';
import { afterVisible } from '../../platform/afterVisible.ts';
import type { PlatformWindow } from '../../platform/Platform.ts';
import { putAway, takeAway } from '../run/close.ts';
import { isOver, look, type Run, warn } from '../run/Run.ts';

/** A window of a checkout, and how far it has come. */
export interface Popup {
  readonly window: PlatformWindow;
  /** It was told where to go. */
  sent?: boolean;
  /** The hosted page in it has spoken. */
  greeted?: boolean;
  /** This page has closed it, or opened another. */
  left?: boolean;
}

/** The session says that nothing was paid. What was under way may still pay: so it is read on for a while. */
function dismiss(run: Run): void {
  delete run.hint;
  takeAway(run, 'dismissed');
  run.follow(true);
  afterVisible(run.platform, 60_000, run.signal, () => putAway(run, 'dismissed'));
}

/** There is nobody in the window any more: the session says what that means. */
function lose(run: Run): void {
  run.attempt?.abort();
  run.abandon = () => dismiss(run);
  run.follow(true);
  look(run);
}

function ping(run: Run): void {
  if (!run.attempt) return;
  run.attempt.unheard++;
  run.attempt.send({ t: 's:ping' });
}

/** `closed` may be said of a window that is there: a page that answers is believed. */
function ask(run: Run, popup: Popup): void {
  ping(run);
  after(run.platform, 1000, run.signal, () => {
    if (run.attempt?.unheard) lose(run);
    else watchWindow(run, popup);
  });
}

/**
 * Cut off from this page by a Cross-Origin-Opener-Policy, or closed while it loaded: both look the same, and
 * in the first the shopper may be paying.
 */
function detach(run: Run): void {
  run.attempt?.abort();
  warn(run, 'popup_detached');
  run.follow(true);
  look(run);
}

/** Nothing tells that a window was closed: so it is looked at until it is. */
export function watchWindow(run: Run, popup: Popup): void {
  after(run.platform, 500, run.signal, () => {
    if (popup.left) return;
    if (!popup.window.closed) watchWindow(run, popup);
    else if (!popup.sent || run.phase === 'failed' || isOver(run)) putAway(run, 'dismissed');
    else if (popup.greeted) ask(run, popup);
    else detach(run);
  });
}

/**
 * Asks the page in the window now and then whether it is there, also while this one is hidden. A window that the shopper
 * took elsewhere by hand may be back without a way to tell: while nobody answers the session is followed.
 */
export function beatWindow(run: Run, over: AbortSignal): void {
  after(run.platform, 15_000, over, () => {
    if (run.attempt?.unheard === 2) {
      warn(run, 'connection_lost');
      run.follow(true);
    }
    ping(run);
    beatWindow(run, over);
  });
}

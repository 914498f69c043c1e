import { PaymentKitError } from '../../errors/PaymentKitError.ts';
import type { PaymentKitErrorCode } from '../../errors/PaymentKitErrorCode.ts';
import { hostedPageUrl } from '../../options/resolveAccess.ts';
import { afterVisible } from '../../platform/afterVisible.ts';
import { type Attempt, emit, follow, look, mayBePaid, move, type Run } from './Run.ts';

const sentences = (): Partial<Record<PaymentKitErrorCode, string>> => ({
  token_unavailable:
    'Failed to read the session: there is no secure token yet. Wait for "ready" before you call refresh().',
  insecure_context:
    'Failed to show the checkout: this page has no origin, or no secure context. Serve the page over https, or from localhost; a file has no origin.',
  load_timeout:
    'Failed to show the checkout: its page was not ready in time. Check that "host" answers and is the one the token came from, that the session\'s "allowed_origins" name this page, and that no extension blocks it: each looks the same, as does a frame kept out by "Cross-Origin-Embedder-Policy". diagnoseCheckout() of paymentkit-js/diagnose tells them apart.',
  frame_blocked:
    'Failed to show the checkout: this page\'s Content-Security-Policy forbids its frame. Add the origin of "host" to frame-src.',
  popup_blocked:
    'Failed to show the checkout: the browser blocks its window. Call popupCheckout() in the click itself, before anything is awaited.',
  offline: 'Failed to show the checkout: the browser is offline. It tries again by itself.',
  frame_lost:
    'Failed to go on with the checkout: its frame was taken out of the page, or the page in it has died. Call destroy() before you remove it.',
  unsupported_version:
    'Failed to show the checkout: the hosted page speaks no version of the protocol that this SDK knows. Update paymentkit-js.',
  protocol_violation:
    'Failed to go on with the checkout: the hosted page said something that it may not say. Report it with the session id.',
  unsafe_redirect:
    'Failed to leave the page: the session\'s address is neither https nor http on loopback. Create the session with a correct "success_url" and "return_url".',
  destroyed: 'The checkout was destroyed before its end.',
  aborted: 'The checkout was ended before its time: by the shopper, by close() or by its signal.',
  session_completed: 'The checkout cannot be ready: the session is already paid.',
  network:
    'Failed to confirm the payment: no answer came until an hour after the end of the session. Ask your server, which hears of it by webhook.',
  session_expired: 'The checkout cannot be ready: the session has expired.',
});

/** An error of the checkout itself, with the sentence for its code. */
export const createError = (code: PaymentKitErrorCode): PaymentKitError =>
  new PaymentKitError(code, __DEV__ ? sentences()[code] : '');

/**
 * Ends this attempt with an error, and shows the panel that says so. Where a payment may have been made
 * nothing is called failed: only a lost frame ends that, after the session was asked.
 */
export function fail(run: Run, failure: PaymentKitError): void {
  if (mayBePaid(run) && failure.code !== 'frame_lost') return;
  if (!move(run, 'failed')) return;
  run.failure = failure;
  follow(run);
  run.attempt?.abort();
  if (run.rescue?.(run, failure)) return;
  if (!failure.recoverable) {
    run.ready.reject(failure);
    run.result.reject(failure);
  }
  run.view.fail(
    (run.panel = emit(run, 'error', { error: failure }, !failure.recoverable)) && {
      retry: failure.recoverable && run.retry,
      open: run.session?.state === 'open',
      address: failure.code !== 'token_rejected' && run.access && hostedPageUrl(run.access),
    },
  );
}

/**
 * Takes note that the frame is gone. A payment under way goes on without it: the session is followed, and
 * one that is still open after 15 seconds, or waits for the shopper's answer to the bank, is given up.
 */
export function loseFrame(run: Run, attempt: Attempt): void {
  if (attempt.signal.aborted) return;
  attempt.abort();
  look(run);
  if (!mayBePaid(run)) {
    fail(run, createError('frame_lost'));
    return;
  }
  afterVisible(run.platform, 15_000, run.signal, () => {
    run.abandon = () => {
      delete run.hint;
      fail(run, createError('frame_lost'));
    };
    look(run);
  });
}

import type { PaymentKitError } from '../../errors/PaymentKitError.ts';
import { parseSecureUrl } from '../../options/parseSecureUrl.ts';
import type { CheckoutSession } from '../../session/CheckoutSession.ts';
import { hearTabs } from '../../session/hearTabs.ts';
import { readSession } from '../../session/readSession.ts';
import type { CheckoutResult } from './Checkout.ts';
import { createError, fail } from './fail.ts';
import { emit, isOver, look, mayBePaid, move, type Run, warn } from './Run.ts';

/** Leaves for an address of the session, once, if that is what the merchant wants. */
export function leave(run: Run, address: 'success_url' | 'return_url'): void {
  if (run.options.redirect === 'never' || run.left || !run.session) return;
  const url = parseSecureUrl(run.session[address]);
  run.left = !!url;
  if (url) run.platform.location.assign(url.href);
  else emit(run, 'error', { error: createError('unsafe_redirect') }, true);
}

/** The shopper can pay once the page has painted and the session was asked. */
export function reachReady(run: Run): void {
  const { attempt } = run;
  if (!attempt?.painted || !attempt.answered || run.phase !== 'loading') return;
  move(run, 'ready');
  run.ready.resolve(run.session);
  if (emit(run, 'ready', { session: run.session }, true)) run.view.reveal();
  if (attempt.next) move(run, attempt.next);
}

/** Comes to an end that took no payment. */
export function finish(
  run: Run,
  outcome: 'canceled' | 'expired',
  reason?: CheckoutResult['reason'],
): boolean {
  const finished = move(run, outcome);
  if (finished) {
    run.ready.reject(createError(reason ? 'aborted' : 'session_expired'));
    run.result.resolve({ outcome, session: run.session, reason });
  }
  return finished;
}

/** The API says that it is paid. The merchant's server hears it first, then everybody, once. */
async function complete(run: Run, session: CheckoutSession): Promise<void> {
  if (!move(run, 'completed')) return;
  run.ready.reject(createError('session_completed'));
  const told = await run.options.tellMerchant?.(session.id, run.signal);
  const verified = told ? 'merchant' : 'api';
  if (told === false) warn(run, 'completion_not_confirmed');
  run.result.resolve({ outcome: 'completed', session, verified });
  if (emit(run, 'complete', { session, verified }, true)) leave(run, 'success_url');
}

/** What a read says: the API's word is the only one that ends a checkout. */
export function applySession(run: Run, session: CheckoutSession): void {
  run.session = session;
  run.confirmed = true;
  // By the server's clock: that of a device may be days ahead.
  const left = Date.parse(session.expires_at) - Date.parse(session.server_time);
  run.patience = run.platform.performance.now() + left + 3_600_000;
  run.tellTabs ??= hearTabs(run.platform, session.id, run.signal, () => {
    if (!isOver(run)) look(run);
  });
  if (session.state === 'completed' || session.state === 'expired') {
    if (session.state === 'completed') void complete(run, session);
    else if (finish(run, session.state)) emit(run, 'expire', { session }, true);
    run.tellTabs();
  } else if (
    session.state === 'open' ||
    // Or the bank asks the shopper, in a frame that is no more.
    (session.payment?.next_action && run.attempt?.frame && run.attempt.signal.aborted)
  ) {
    const abandon = run.abandon;
    delete run.abandon;
    abandon?.();
  }
}

/** What a failed read says: before the payment it may be the end, after it only that nobody knows. */
function applyFailure(run: Run, failure: PaymentKitError): void {
  if (!failure.recoverable) fail(run, failure);
  else if (run.attempt && !run.attempt.answered && run.phase === 'loading') {
    if (run.platform.navigator.onLine) warn(run, 'api_unreachable');
    else fail(run, createError('offline'));
  }
  if (
    (run.hint || run.abandon || mayBePaid(run)) &&
    run.platform.performance.now() > run.patience
  ) {
    run.result.reject(createError('network'));
    run.follow(false);
  }
}

/** One read, and everything that follows from it. */
export async function readForRun(run: Run): Promise<CheckoutSession> {
  const { signal } = run;
  if (!run.access) throw createError('token_unavailable');
  try {
    const session = await readSession(run.platform, run.access, signal);
    applySession(run, session);
    return session;
  } catch (error) {
    if (signal.aborted) throw createError('destroyed');
    applyFailure(run, error as PaymentKitError);
    throw error;
  } finally {
    if (run.attempt) run.attempt.answered = true;
    reachReady(run);
  }
}

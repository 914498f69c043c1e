import type { PaymentKitErrorCode } from '../errors/PaymentKitErrorCode.ts';
import { afterVisible } from '../platform/afterVisible.ts';
import type { HostedMessage } from '../protocol/HostedMessage.ts';
import { createError, fail, loseFrame } from './fail.ts';
import { type Attempt, emit, follow, look, move, type Run, warn } from './Run.ts';
import { leave, reachReady } from './settle.ts';

/** The failures that a hosted page may report. */
const reportable: readonly PaymentKitErrorCode[] = [
  'token_rejected',
  'origin_not_allowed',
  'session_expired',
  'session_completed',
  'network',
  'api_error',
];

/** The hosted page says that it is over: the session is asked until it says so too. */
function heed(run: Run): void {
  run.hinted = true;
  follow(run);
  look(run);
}

function confirm(run: Run): void {
  const { platform, life } = run;
  run.confirmed = false;
  heed(run);
  afterVisible(platform, 60_000, life.signal, () => {
    if (!run.confirmed) warn(run, 'confirmation_unavailable');
  });
}

function cancel(run: Run): void {
  if (!move(run, 'canceled')) return;
  run.ready.reject(createError('aborted'));
  run.result.resolve({ outcome: 'canceled', session: run.session, reason: 'page' });
  if (emit(run, 'cancel', { reason: 'page' })) leave(run, 'return_url');
}

type Hear<T extends HostedMessage['t']> = (
  run: Run,
  message: Extract<HostedMessage, { readonly t: T }>,
  attempt: Attempt,
) => void;

const answers: { readonly [T in HostedMessage['t']]: Hear<T> } = {
  'h:ready': (run, { title }, attempt) => {
    attempt.painted = true;
    if (attempt.frame) attempt.frame.title = title;
    if (run.phase === 'processing') {
      run.restarted = true;
      look(run);
    }
    if (run.phase === 'loading') reachReady(run);
    else run.view.reveal();
  },
  'h:resize': (_, { height }, attempt) => attempt.resize(height),
  'h:change': (
    run,
    { currency, amount_subtotal_atom, amount_discount_atom, amount_total_atom },
  ) => {
    const amounts = { amount_subtotal_atom, amount_discount_atom, amount_total_atom };
    emit(run, 'change', { currency, ...amounts });
  },
  'h:submit': (run) => {
    run.restarted = false;
    move(run, 'processing');
    emit(run, 'submit', {});
    // Also warms the preflight: the read that matters is then one round trip shorter.
    look(run);
  },
  'h:processing': (run, { step }) => {
    run.restarted = false;
    move(run, 'processing');
    emit(run, 'processing', { step });
  },
  'h:declined': (run, { reason, decline_code: declineCode }) => {
    move(run, 'ready');
    emit(run, 'decline', { reason, ...(declineCode !== undefined && { declineCode }) });
  },
  'h:completed': confirm,
  'h:expired': heed,
  'h:canceled': cancel,
  'h:return': (run) => {
    if (/^(canceled|expired)$/.test(run.phase)) leave(run, 'return_url');
    else if (run.phase === 'completed' || run.hinted) leave(run, 'success_url');
  },
  'h:error': (run, { code }) => {
    fail(run, createError(reportable.find((known) => known === code) ?? 'protocol_violation'));
  },
  'h:pong': () => undefined,
  'h:bye': (run, _, attempt) => {
    if (!attempt.frame?.isConnected) loseFrame(run, attempt);
  },
};

/** Answers a message of the hosted page. What concerns money is only a reason to ask the API. */
export function hearHosted(run: Run, attempt: Attempt, message: HostedMessage): void {
  run.note(message.t);
  if (attempt.unheard > 2) warn(run, 'connection_restored');
  attempt.unheard = 0;
  (answers[message.t] as Hear<HostedMessage['t']>)(run, message, attempt);
}

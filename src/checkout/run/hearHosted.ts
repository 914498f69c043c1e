import type { ChannelMessage } from '../../channel/connectHostedPage.ts';
import { afterVisible } from '../../platform/afterVisible.ts';
import { createReadError, reportable } from '../../session/readSession.ts';
import type { CheckoutEventData } from '../options/CheckoutEvents.ts';
import { createError, fail, loseFrame } from './fail.ts';
import { finish, leave, reachReady } from './finish.ts';
import { note } from './note.ts';
import {
  type Attempt,
  emit,
  follow,
  isOver,
  look,
  mayBePaid,
  move,
  type Run,
  warn,
} from './Run.ts';

/** The hosted page says that it is over: the session is asked until it says so too. */
function heed(run: Run, hint: 'completed' | 'expired'): void {
  if (run.hint !== 'completed') run.hint = hint;
  run.tellTabs?.();
  follow(run);
  look(run);
}

/** However often the page says so, one warning is waited for. */
function confirm(run: Run): void {
  if (run.confirmed !== false) {
    afterVisible(run.platform, 60_000, run.signal, () => {
      if (!run.confirmed) warn(run, 'confirmation_unavailable');
    });
  }
  run.confirmed = false;
  heed(run, 'completed');
}

/** A payment starts or is over: a page that still loads goes there once it is ready. */
function go(run: Run, attempt: Attempt, to: 'ready' | 'processing'): void {
  delete run.abandon;
  attempt.next = to;
  if (run.phase !== 'loading') move(run, to);
}

type Answer = (run: Run, fields: Omit<ChannelMessage, 't'>, attempt: Attempt) => void;

/** What is known, and what has come with it: a message that lacks what it is about is none. */
const answers: Readonly<Partial<Record<string, Answer>>> = {
  'h:ready': (run, { title }, attempt) => {
    attempt.painted = true;
    if (attempt.frame && title) attempt.frame.title = title;
    if (run.phase === 'processing') {
      // It has started anew in the middle of a payment: it may be waiting for the shopper.
      run.abandon = () => move(run, 'ready');
      look(run);
    }
    if (run.phase === 'loading') reachReady(run);
    else run.view.reveal();
  },
  'h:resize': (_, { height }, attempt) => {
    if (height) attempt.resize(height);
  },
  'h:change': (run, amounts) => {
    if (Object.keys(amounts).length > 3)
      emit(run, 'change', amounts as CheckoutEventData['change']);
  },
  'h:focused': (run, { height }) => {
    if (height) run.view.seek?.(height);
  },
  'h:submit': (run, _, attempt) => {
    go(run, attempt, 'processing');
    emit(run, 'submit', {});
    // Also warms the preflight: the read that matters is then one round trip shorter.
    look(run);
  },
  'h:processing': (run, { step }, attempt) => {
    if (!step) return;
    go(run, attempt, 'processing');
    emit(run, 'processing', { step });
  },
  'h:declined': (run, { reason, decline_code: declineCode }, attempt) => {
    if (!reason) return;
    go(run, attempt, 'ready');
    emit(run, 'decline', { reason, declineCode });
  },
  'h:completed': confirm,
  'h:expired': (run) => heed(run, 'expired'),
  'h:canceled': (run) => {
    if (mayBePaid(run) || !finish(run, 'canceled', 'page')) return;
    if (!emit(run, 'cancel', { reason: 'page' })) return;
    leave(run, 'return_url');
    if (!run.left) run.view.end?.();
  },
  'h:return': (run) => {
    const end = isOver(run) ? run.phase : run.hint;
    if (end) leave(run, end === 'completed' ? 'success_url' : 'return_url');
  },
  'h:error': (run, { code }) => {
    if (code)
      fail(run, reportable.test(code) ? createReadError(code) : createError('protocol_violation'));
  },
  restarted: look,
  differs: (run, { apart }) => {
    if (apart) fail(run, createError('unsupported_version'));
    else warn(run, 'version_skew');
  },
  'h:bye': (run, _, attempt) => {
    if (!attempt.frame?.isConnected) loseFrame(run, attempt);
  },
};

/** Answers a message of the hosted page. What concerns money is only a reason to ask the API. */
export function hearHosted(run: Run, attempt: Attempt, { t, ...fields }: ChannelMessage): void {
  note(run, t);
  if (attempt.unheard > 2) warn(run, 'connection_restored');
  attempt.unheard = 0;
  run.view.hear?.(t);
  answers[t]?.(run, fields, attempt);
}

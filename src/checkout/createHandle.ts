import type { Checkout } from './Checkout.ts';
import type { CheckoutEventMap } from './CheckoutEvents.ts';
import { applyChanges, destroy } from './createRun.ts';
import { createError } from './fail.ts';
import { emit, move, type Run } from './Run.ts';

/** Takes the checkout away and ends it. While a payment is being taken it stays. */
function close(run: Run): void {
  const { phase, session, attempt, view } = run;
  if (phase === 'processing' || phase === 'destroyed' || run.closed) return;
  run.closed = true;
  let reason: CheckoutEventMap['close']['reason'] = 'api';
  if (move(run, 'canceled')) {
    run.ready.reject(createError('aborted'));
    run.result.resolve({ outcome: 'canceled', session, reason });
  } else {
    reason = phase === 'failed' ? 'error' : (phase as 'completed' | 'canceled' | 'expired');
  }
  attempt?.send({ t: 's:close', reason });
  attempt?.over.abort();
  view.remove();
  emit(run, 'close', { reason });
}

/** What the merchant holds. */
export function createHandle(run: Run): Checkout {
  const { emitter, ready, result } = run;
  return {
    mode: 'inline',
    get phase() {
      return run.phase;
    },
    get session() {
      return run.session;
    },
    ready: ready.promise,
    result: result.promise,
    on: emitter.on,
    update: (changes) => applyChanges(run, changes),
    refresh: () => {
      run.attempt?.send({ t: 's:refresh' });
      return run.follower.wake();
    },
    focus: () => {
      run.attempt?.frame?.focus();
      run.attempt?.send({ t: 's:focus' });
    },
    close: () => close(run),
    destroy: () => destroy(run, 'destroyed'),
  };
}

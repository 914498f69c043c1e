import { checkGiven } from '../options/checkGiven.ts';
import { checkListener } from '../options/checkListener.ts';
import type { CheckoutEventMap } from '../options/CheckoutEvents.ts';
import { applyChanges } from './applyChanges.ts';
import type { Checkout } from './Checkout.ts';
import { destroy } from './createRun.ts';
import { finish } from './finish.ts';
import { emit, isOver, mayBePaid, type Run } from './Run.ts';

/** Whether a payment is being taken, so that nobody can close the checkout. */
export const isLocked = (run: Run): boolean => mayBePaid(run) && !isOver(run);

/** Takes the checkout away and ends it. What is under way may still be heard of. */
export function takeAway(run: Run, by: 'api' | 'dismissed'): void {
  if (run.phase === 'destroyed' || run.closed) return;
  run.closed = true;
  const reason = finish(run, 'canceled', by) ? by : run.phase === 'failed' ? 'error' : run.phase;
  run.attempt?.send({ t: 's:close', reason });
  run.attempt?.abort();
  run.view.remove();
  emit(run, 'close', { reason: reason as CheckoutEventMap['close']['reason'] });
}

/** The same for good: nothing is heard any more, unless the merchant's server is still being told. */
export function putAway(run: Run, by: 'api' | 'dismissed'): void {
  takeAway(run, by);
  if (run.phase !== 'completed') run.abort();
}

/** The same, except that it stays while a payment is being taken. */
export function close(run: Run, by: 'api' | 'dismissed'): void {
  if (!isLocked(run)) putAway(run, by);
}

/** What the merchant holds. */
export function createHandle(run: Run): Checkout {
  return (run.handle = {
    get mode() {
      return run.mode;
    },
    get phase() {
      return run.phase;
    },
    get session() {
      return run.session;
    },
    ready: run.ready.promise,
    result: run.result.promise,
    on: __DEV__
      ? (type, listener) => {
          checkListener(type, listener);
          return run.on(type, listener);
        }
      : run.on,
    update: (changes) => {
      if (__DEV__) checkGiven(changes, ['locale', 'appearance', 'prefill']);
      applyChanges(run, changes);
    },
    refresh: () => {
      run.attempt?.send({ t: 's:refresh' });
      return run.wake();
    },
    focus: () => run.view.focus(),
    close: () => close(run, 'api'),
    destroy: () => destroy(run, 'destroyed'),
  });
}

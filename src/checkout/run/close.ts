import type { CheckoutEventMap } from '../options/CheckoutEvents.ts';
import { finish } from './finish.ts';
import { emit, isOver, mayBePaid, type Run } from './Run.ts';

/** Whether a payment is being taken, so that nobody can close the checkout. */
export const isLocked = (run: Run): boolean => mayBePaid(run) && !isOver(run);

/** Takes the checkout away and ends it. What is under way may still be heard of. */
export function takeAway(run: Run, by: 'api' | 'dismissed'): void {
  if (run.closed) return;
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

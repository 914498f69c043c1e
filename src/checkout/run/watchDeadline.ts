import { afterVisible } from '../../platform/afterVisible.ts';
import { createError, fail } from './fail.ts';
import { type Attempt, clear, isOver, type Run, warn } from './Run.ts';

/** The hosted page has so long to be ready. */
export function watchDeadline(run: Run, attempt: Attempt): void {
  afterVisible(run.platform, run.options.timeoutMs / 2, attempt.signal, () => {
    if (!attempt.painted && !isOver(run)) warn(run, 'slow');
  });
  afterVisible(run.platform, run.options.timeoutMs, attempt.signal, () => {
    if (attempt.painted) return;
    if (isOver(run)) {
      // Nothing fails any more. A window says itself what it has.
      if (attempt.frame) clear(run);
      return;
    }
    fail(run, createError(run.platform.navigator.onLine ? 'load_timeout' : 'offline'));
  });
}

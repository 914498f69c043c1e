import type { PaymentKitErrorCode } from '../../errors/PaymentKitErrorCode.ts';
import { createEmitter } from '../../events/createEmitter.ts';
import { createScope } from '../../platform/createScope.ts';
import type { Platform } from '../../platform/Platform.ts';
import { createFollower } from '../../session/createFollower.ts';
import type { CheckoutSession } from '../../session/CheckoutSession.ts';
import { wakeWithPage } from '../../session/wakeWithPage.ts';
import type { CheckoutEventData, CheckoutEventMap } from '../options/CheckoutEvents.ts';
import type { ResolvedCheckoutOptions } from '../options/resolveCheckoutOptions.ts';
import { applyChanges } from './applyChanges.ts';
import type { CheckoutResult } from './Checkout.ts';
import { createEnding } from './createEnding.ts';
import { createError } from './fail.ts';
import { readForRun } from './finish.ts';
import { isOver, look, move, type Run, type Surface } from './Run.ts';
import { startAttempt } from './startAttempt.ts';

/** Stops everything and leaves nothing behind. */
export function destroy(run: Run, code: PaymentKitErrorCode): void {
  if (!move(run, 'destroyed')) return;
  run.abort();
  run.view.remove();
  run.ready.reject(createError(code));
  run.result.reject(createError(code));
}

/** The signals that make a read worth its while, and those that end or change the checkout. */
function watchPage(run: Run): void {
  const { platform } = run;
  wakeWithPage(platform, run, () => {
    run.left = false;
    const isCut = run.phase === 'failed' && run.failure?.code === 'offline';
    if (isCut && platform.navigator.onLine) run.retry();
    else if (run.access && !isOver(run)) look(run);
  });
  platform
    .matchMedia('(prefers-color-scheme: dark)')
    .addEventListener('change', () => applyChanges(run, {}), run);
  // In production what is no signal is left out: the place is taken already, and nothing may be half done.
  (run.options.signal as Partial<AbortSignal> | undefined)?.addEventListener?.(
    'abort',
    () => destroy(run, 'aborted'),
    run,
  );
}

/**
 * Starts the checkout's life: it shows that it loads, and the rest happens in later tasks. `over` is what it means that
 * its signal has ended before.
 */
export function createRun(
  platform: Platform,
  options: ResolvedCheckoutOptions,
  surface: Surface,
  over: PaymentKitErrorCode = 'aborted',
): Run {
  const life = createScope();
  const run: Run = Object.assign(life, {
    ...surface,
    platform,
    options,
    ...createEmitter<CheckoutEventData>((error) => platform.reportError(error)),
    ready: createEnding<CheckoutSession | undefined>(),
    result: createEnding<CheckoutResult>(),
    ...createFollower(platform, () => readForRun(run), life.signal),
    retry: () => {
      if (move(run, 'loading')) startAttempt(run);
    },
    phase: 'loading' as const,
    // Of one that is never read: the day that a session lives, and the hour after.
    patience: platform.performance.now() + 90_000_000,
    changes: {},
    theme: 'auto' as const,
  });
  for (const [name, listener] of Object.entries(options)) {
    if (typeof listener !== 'function') continue;
    // Without its "on". What is left of another function is the name of no event.
    run.on(
      name.slice(2).toLowerCase() as keyof CheckoutEventMap,
      listener as (event: unknown) => void,
    );
  }
  applyChanges(run, options);
  watchPage(run);
  if (options.signal?.aborted) destroy(run, over);
  else startAttempt(run);
  return run;
}

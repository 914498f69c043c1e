import { createEmitter } from '../events/createEmitter.ts';
import type { PaymentKitErrorCode } from '../errors/PaymentKitErrorCode.ts';
import type { Platform } from '../platform/Platform.ts';
import { createFollower } from '../session/createFollower.ts';
import { wakeWithPage } from '../session/wakeWithPage.ts';
import type { CheckoutEventMap } from './CheckoutEvents.ts';
import type { CheckoutChanges } from './CheckoutOptions.ts';
import { createEnding } from './createEnding.ts';
import { createTimeline } from './createTimeline.ts';
import { createError } from './fail.ts';
import { type ResolvedCheckoutOptions, resolveChanges } from './resolveCheckoutOptions.ts';
import { isOver, look, move, type Run, type Surface } from './Run.ts';
import { readForRun } from './finish.ts';
import { startAttempt } from './startAttempt.ts';

/** Takes changes over, and tells the page in the frame. It is told a theme, not to guess one. */
export function applyChanges(run: Run, changes: CheckoutChanges): void {
  const { appearance, ...rest } = resolveChanges(run.platform, changes);
  run.theme = appearance?.theme ?? run.theme;
  const looks = { ...run.changes.appearance, ...appearance, theme: run.view.theme(run.theme) };
  const sent = { ...rest, appearance: looks };
  run.changes = { ...run.changes, ...sent };
  run.attempt?.send({ t: 's:update', ...sent });
}

/** Stops everything and leaves nothing behind. */
export function destroy(run: Run, code: PaymentKitErrorCode): void {
  if (!move(run, 'destroyed')) return;
  run.life.abort();
  run.view.remove();
  run.ready.reject(createError(code));
  run.result.reject(createError(code));
}

/** The signals that make a read worth its while, and those that end or change the checkout. */
function watchPage(run: Run): void {
  const { platform, options, life } = run;
  wakeWithPage(platform, life, () => {
    run.left = false;
    const isCut = run.phase === 'failed' && run.failure?.code === 'offline';
    if (isCut && platform.navigator.onLine) run.retry();
    else if (run.access && !isOver(run)) look(run);
  });
  platform
    .matchMedia('(prefers-color-scheme: dark)')
    .addEventListener('change', () => applyChanges(run, {}), life);
  options.signal?.addEventListener('abort', () => destroy(run, 'aborted'), life);
}

/** Starts the checkout's life: it shows that it loads, and the rest happens in later tasks. */
export function createRun(
  platform: Platform,
  options: ResolvedCheckoutOptions,
  surface: Surface,
): Run {
  const life = new AbortController();
  const run: Run = {
    ...surface,
    platform,
    options,
    life,
    note: createTimeline(platform, options.debug),
    emitter: createEmitter(
      () => ({ timestamp: platform.Date.now(), ...(run.session && { sessionId: run.session.id }) }),
      (error) => platform.reportError(error),
    ),
    ready: createEnding(),
    result: createEnding(),
    follower: createFollower(platform, () => readForRun(run), life.signal),
    retry: () => {
      if (move(run, 'loading')) startAttempt(run);
    },
    phase: 'loading',
    changes: {},
    theme: 'auto',
  };
  for (const [name, listener] of Object.entries(options)) {
    if (typeof listener !== 'function' || !/^on[A-Z]/.test(name)) continue;
    const type = name.slice(2).toLowerCase() as keyof CheckoutEventMap;
    run.emitter.on(type, listener as (event: unknown) => void);
  }
  applyChanges(run, { ...options, locale: options.locale ?? 'auto' });
  watchPage(run);
  if (options.signal?.aborted) destroy(run, 'aborted');
  else startAttempt(run);
  return run;
}

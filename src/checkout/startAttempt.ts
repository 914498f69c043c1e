import type { PaymentKitError } from '../errors/PaymentKitError.ts';
import { afterVisible } from '../platform/afterVisible.ts';
import { createScope } from '../platform/createScope.ts';
import { createError, fail } from './fail.ts';
import type { Attempt, Run } from './Run.ts';

async function build(run: Run, attempt: Attempt): Promise<void> {
  run.access ??= await run.options.access();
  if (!attempt.over.signal.aborted) await run.show(run, attempt, run.access);
}

/** Begins to show the hosted page. Whatever goes wrong before it stands is told in a later task. */
export function startAttempt(run: Run): void {
  const idle = (): void => undefined;
  const over = createScope(run.life.signal);
  const attempt = { over, send: idle, resize: idle, unheard: 0 };
  run.attempt = attempt;
  run.view.load();
  afterVisible(run.platform, run.options.timeoutMs, over.signal, () => {
    if (!run.access) fail(run, createError('token_unavailable'));
  });
  build(run, attempt).catch((error: unknown) => {
    run.platform.setTimeout(() => {
      if (!over.signal.aborted) fail(run, error as PaymentKitError);
    });
  });
}

import type { PaymentKitError } from '../../errors/PaymentKitError.ts';
import { afterVisible } from '../../platform/afterVisible.ts';
import { createScope } from '../../platform/createScope.ts';
import { fail } from './fail.ts';
import type { Attempt, Run } from './Run.ts';

async function build(run: Run, attempt: Attempt): Promise<void> {
  run.view.load(run);
  run.access ??= await run.options.access((end) =>
    afterVisible(run.platform, run.options.timeoutMs, attempt.signal, end),
  );
  if (!attempt.signal.aborted) await run.show(run, attempt, run.access);
}

/** Begins to show the hosted page. Whatever goes wrong before it stands is told in a later task. */
export function startAttempt(run: Run): void {
  const idle = (): void => undefined;
  const scope = createScope(run.signal);
  const attempt = Object.assign(scope, { send: idle, resize: idle, unheard: 0 });
  run.attempt = attempt;
  build(run, attempt).catch((error: unknown) => {
    run.platform.setTimeout(() => {
      if (!attempt.signal.aborted) fail(run, error as PaymentKitError);
    });
  });
}

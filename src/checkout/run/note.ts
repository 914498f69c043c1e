import type { Run } from './Run.ts';

/** Writes down what happened: nowhere, to the console, or to a function. */
export function note(run: Run, type: string, detail?: string): void {
  const { debug } = run.options;
  if (!debug) return;
  run.platform.performance.mark(`paymentkit:${type}`);
  const entry = { at: run.platform.performance.now(), type, detail };
  try {
    if (debug === true) run.platform.console.info('PaymentKit', entry);
    else debug(entry);
  } catch (error) {
    run.platform.reportError(error);
  }
}

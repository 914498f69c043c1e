import type { Run } from './Run.ts';

/** Writes down what happened: nowhere, to the console, or to a function. */
export function note({ platform, options }: Run, type: string, detail?: string): void {
  const { debug } = options;
  if (!debug) return;
  platform.performance.mark(`paymentkit:${type}`);
  const entry = { at: platform.performance.now(), type, detail };
  try {
    if (debug === true) platform.console.info('PaymentKit', entry);
    else debug(entry);
  } catch (error) {
    platform.reportError(error);
  }
}

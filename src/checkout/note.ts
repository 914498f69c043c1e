import type { Run } from './Run.ts';

/** One moment of a checkout, for whoever looks into it. It holds no token and nothing of the shopper. */
export interface TimelineEntry {
  /** Milliseconds since the page began. */
  readonly at: number;
  /** An event, a phase, or a message on the wire. */
  readonly type: string;
  /** A code or a phase. */
  readonly detail: string | undefined;
}

/** Writes down what happened: nowhere, to the console, or to a function. */
export function note({ platform, options }: Run, type: string, detail?: string): void {
  const { debug } = options;
  if (!debug) return;
  const { performance, console } = platform;
  performance.mark(`paymentkit:${type}`);
  const entry = { at: performance.now(), type, detail };
  try {
    if (debug === true) console.info('PaymentKit', entry);
    else debug(entry);
  } catch (error) {
    platform.reportError(error);
  }
}

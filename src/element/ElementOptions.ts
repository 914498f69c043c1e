import type { CheckoutOptions } from 'paymentkit-js';

/** The options that the element takes as properties; its events stand in for the handlers. */
export type ElementOptions = Pick<
  CheckoutOptions,
  | 'secureToken'
  | 'url'
  | 'host'
  | 'locale'
  | 'texts'
  | 'appearance'
  | 'prefill'
  | 'redirect'
  | 'completion'
  | 'timeoutMs'
  | 'initialHeight'
  | 'loading'
  | 'debug'
>;

/** A property that the element takes. */
export type ElementOption = keyof ElementOptions;

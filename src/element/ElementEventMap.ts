import type { CheckoutEventMap } from 'paymentkit-js';

/** The DOM events that carry the event of the checkout. There is no `fallback`: the element never goes elsewhere. */
export type ElementEvents = {
  readonly [
    Type in Exclude<keyof CheckoutEventMap, 'error' | 'fallback'> as `paymentkit:${Type}`
  ]: CustomEvent<CheckoutEventMap[Type]>;
};

/**
 * The DOM events of `<paymentkit-checkout>`. They bubble, so that they can be heard anywhere above it; `detail` is
 * the event of the checkout.
 */
export interface ElementEventMap extends ElementEvents {
  /** Of a wrong option, which `mountCheckout` and `update` throw, `detail` holds the error and nothing else. */
  readonly 'paymentkit:error': CustomEvent<Pick<CheckoutEventMap['error'], 'error'>>;
}

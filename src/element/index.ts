/**
 * The class behind `<paymentkit-checkout>`, to be registered under a name of your own.
 *
 * @module paymentkit-js/element
 */

import type { ElementEventMap, ElementEvents } from './ElementEventMap.ts';

export type { ElementAttribute } from './ElementAttribute.ts';
export type { ElementEventMap, ElementEvents } from './ElementEventMap.ts';
export type { ElementOption, ElementOptions } from './ElementOptions.ts';
export { PaymentKitCheckoutElement } from './PaymentKitCheckoutElement.ts';

declare global {
  /** What is heard with `addEventListener`, on the element and above it. */
  interface GlobalEventHandlersEventMap extends ElementEvents {
    readonly 'paymentkit:error': ElementEventMap['paymentkit:error'];
  }
}

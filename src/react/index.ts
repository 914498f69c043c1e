/**
 * A component and two hooks for React 18 and 19. They import `paymentkit-js` by its name: an alias of it in tests reaches
 * them, too.
 *
 * @module paymentkit-js/react
 */

import type { CheckoutElementProps } from './CheckoutElementProps.ts';

export type { CheckoutElementProps } from './CheckoutElementProps.ts';
export { PaymentKitCheckout, type PaymentKitCheckoutProps } from './PaymentKitCheckout.ts';
export { useCheckout, type UseCheckout } from './useCheckout.ts';
export { useCheckoutReturn, type UseCheckoutReturn } from './useCheckoutReturn.ts';
export type { CheckoutState } from './useCheckoutState.ts';

declare module 'react' {
  // oxlint-disable-next-line typescript/no-namespace -- React keeps the elements of JSX in this one
  namespace JSX {
    interface IntrinsicElements {
      'paymentkit-checkout': CheckoutElementProps;
    }
  }
}

export { PaymentKitCheckout, type PaymentKitCheckoutProps } from './PaymentKitCheckout.ts';
export { type CheckoutState, useCheckout, type UseCheckout } from './useCheckout.ts';
export { useCheckoutReturn, type UseCheckoutReturn } from './useCheckoutReturn.ts';

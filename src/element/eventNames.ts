import type { CheckoutEventMap } from 'paymentkit-js';

/** The events of a checkout that the element tells. */
export const eventNames: readonly (keyof CheckoutEventMap)[] = [
  ...(['ready', 'resize', 'change', 'submit', 'processing', 'decline'] as const),
  ...(['complete', 'cancel', 'expire', 'close', 'warning', 'error'] as const),
];

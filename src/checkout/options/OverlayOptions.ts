import type { CheckoutOptions } from './CheckoutOptions.ts';

/** Everything a checkout in a dialog takes. */
export interface OverlayOptions extends CheckoutOptions {
  /**
   * Whether the shopper can close it: with Escape, the close button, or a click beside it. While a payment
   * is being taken nobody can.
   *
   * @default true
   */
  readonly dismissible?: boolean | undefined;
}

/**
 * For authors of the page inside the frame: the other end of the protocol.
 *
 * @module paymentkit-js/hosted
 */

export type { HostedMessage, DeclineReason, ProcessingStep } from '../protocol/HostedMessage.ts';
export type {
  Appearance,
  HostedChanges,
  HostedInit,
  Prefill,
} from '../protocol/MerchantMessage.ts';
export { checkoutHandle } from '../session/checkoutHandle.ts';
export type {
  CheckoutLineItem,
  CheckoutSession,
  CheckoutSessionState,
} from '../session/CheckoutSession.ts';
export {
  connectMerchantPage,
  type MerchantPage,
  type MerchantPageHandlers,
  type MerchantPageOptions,
} from './connectMerchantPage.ts';

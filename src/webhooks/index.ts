/**
 * For merchants' servers: whether a webhook comes from PaymentKit, and what it says. It needs WebCrypto and nothing else.
 *
 * @module paymentkit-js/webhooks
 */

export {
  isPaymentKitError,
  PaymentKitError,
  type PaymentKitErrorDetails,
} from '../errors/PaymentKitError.ts';
export type { PaymentKitErrorCode } from '../errors/PaymentKitErrorCode.ts';
export type { WebhookBody } from './readWebhookBody.ts';
export type { WebhookHeaders } from './readWebhookHeader.ts';
export { verifyWebhook, type VerifyWebhookOptions } from './verifyWebhook.ts';
export type {
  WebhookEvent,
  WebhookEventMap,
  WebhookEventOf,
  WebhookEventType,
} from './WebhookEvent.ts';
export type {
  WebhookCheckoutSession,
  WebhookCoupon,
  WebhookCustomer,
  WebhookInvoice,
  WebhookObject,
  WebhookPaymentIntent,
  WebhookPrice,
  WebhookProduct,
  WebhookRefund,
  WebhookSubscription,
} from './WebhookObjects.ts';

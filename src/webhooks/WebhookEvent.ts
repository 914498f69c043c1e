import type {
  WebhookCheckoutSession,
  WebhookCoupon,
  WebhookCustomer,
  WebhookInvoice,
  WebhookPaymentIntent,
  WebhookPrice,
  WebhookProduct,
  WebhookRefund,
  WebhookSubscription,
} from './WebhookObjects.ts';

/** The object that each type of event carries. */
export interface WebhookEventMap {
  'checkout_session.created': WebhookCheckoutSession;
  'checkout_session.completed': WebhookCheckoutSession;
  'checkout_session.expired': WebhookCheckoutSession;
  'payment_intent.created': WebhookPaymentIntent;
  'payment_intent.succeeded': WebhookPaymentIntent;
  'payment_intent.requires_action': WebhookPaymentIntent;
  'payment_intent.processing': WebhookPaymentIntent;
  'payment_intent.failed': WebhookPaymentIntent;
  'invoice.created': WebhookInvoice;
  'invoice.updated': WebhookInvoice;
  'invoice.finalized': WebhookInvoice;
  'invoice.paid': WebhookInvoice;
  'invoice.past_due': WebhookInvoice;
  'invoice.voided': WebhookInvoice;
  'invoice.uncollectible': WebhookInvoice;
  'customer.created': WebhookCustomer;
  'customer.updated': WebhookCustomer;
  'customer.deleted': WebhookCustomer;
  'customer.subscription.created': WebhookSubscription;
  'customer.subscription.updated': WebhookSubscription;
  'customer.subscription.cancelled': WebhookSubscription;
  'customer.subscription.trial_will_end': WebhookSubscription;
  'subscription.resumed': WebhookSubscription & {
    /** ISO 8601, UTC. */
    readonly resumed_at: string;
    readonly new_state: WebhookSubscription['state'];
  };
  'coupon.created': WebhookCoupon;
  'coupon.updated': WebhookCoupon;
  'coupon.deleted': WebhookCoupon;
  'price.created': WebhookPrice;
  'price.updated': WebhookPrice;
  'price.deleted': WebhookPrice;
  'product.created': WebhookProduct;
  'product.updated': WebhookProduct;
  'product.deleted': WebhookProduct;
  'refund.created': WebhookRefund;
  'refund.updated': WebhookRefund;
}

/** The types of events. Later versions of the API may send others: answer those with a 2xx, too. */
export type WebhookEventType = keyof WebhookEventMap;

/** One event: the envelope, with the object as it is after the change. */
export interface WebhookEventOf<Type extends WebhookEventType> {
  /** The same for every delivery of this event: act once for each. */
  readonly id: string;
  readonly object: 'event';
  readonly type: Type;
  /** When it happened, in Unix seconds. */
  readonly created: number;
  /** False in test mode, where no money moves. */
  readonly livemode: boolean;
  readonly data: {
    readonly object: WebhookEventMap[Type];
    /** What the members that changed were before. */
    readonly previous_attributes: Readonly<Partial<WebhookEventMap[Type]>>;
  };
}

/** Any event. A `switch` on its `type` tells what `data.object` is. */
export type WebhookEvent = { [Type in WebhookEventType]: WebhookEventOf<Type> }[WebhookEventType];

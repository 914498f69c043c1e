/** What every object of the API has. */
interface Stored<Name extends string> {
  readonly id: string;
  readonly object: Name;
  /** ISO 8601, UTC. */
  readonly created_at: string;
  /** ISO 8601, UTC. */
  readonly updated_at: string;
}

/** Fields that the merchant has defined; always there in a webhook. */
interface Customizable {
  readonly custom_fields: Readonly<Record<string, string | number | boolean>>;
}

/** A checkout session, as its events carry it. Amounts are integers in atomic units. */
export interface WebhookCheckoutSession extends Stored<'checkout_session'>, Customizable {
  readonly state: 'open' | 'processing' | 'completed' | 'expired';
  readonly mode: 'payment' | 'setup';
  readonly customer_id: string | null;
  /** Lower-case ISO 4217; `null` without line items. */
  readonly currency: string | null;
  readonly amount_subtotal_atom: number;
  readonly amount_discount_atom: number;
  readonly amount_total_atom: number;
  readonly payment_intent_id: string | null;
  readonly payment_method_id: string | null;
  readonly invoice_id: string | null;
  readonly subscription_ids: readonly string[];
  /** ISO 8601, UTC. */
  readonly expires_at: string;
  /** ISO 8601, UTC. */
  readonly completed_at: string | null;
}

/** An attempt to take money. */
export interface WebhookPaymentIntent extends Stored<'payment_intent'> {
  readonly checkout_session_id: string;
  readonly status: 'succeeded' | 'failed' | 'requires_action' | 'processing' | 'canceled';
  readonly amount_atom: number;
  readonly currency: string | null;
  readonly customer_id: string | null;
  readonly decline_code: string | null;
}

/** A bill. Its state is called `status`. */
export interface WebhookInvoice extends Stored<'invoice'> {
  readonly status:
    'draft' | 'open' | 'partially_paid' | 'paid' | 'past_due' | 'void' | 'uncollectible';
  readonly currency: string;
  readonly total_amount_atom: number;
  readonly due_amount_atom: number;
  readonly paid_amount_atom: number;
}

/** Who pays. */
export interface WebhookCustomer extends Stored<'customer'>, Customizable {
  readonly email: string;
  readonly name: string | null;
}

/** What recurs. */
export interface WebhookSubscription extends Stored<'subscription'>, Customizable {
  readonly state:
    'incomplete' | 'scheduled' | 'trialing' | 'active' | 'past_due' | 'paused' | 'cancelled';
  readonly customer_id: string;
  readonly currency: string;
  readonly billing_interval: 'day' | 'week' | 'month' | 'year';
  readonly billing_interval_count: number;
}

/** Money given back. */
export interface WebhookRefund extends Stored<'refund'> {
  readonly payment_intent_id: string | null;
  readonly amount_atom: number;
  readonly currency: string;
  readonly reason: string;
}

/** A discount. */
export interface WebhookCoupon extends Stored<'coupon'> {
  readonly percent_off: number | null;
  readonly amount_off_atom: number | null;
  readonly currency: string | null;
  readonly trial_days_off: number | null;
  readonly duration: 'once' | 'repeating' | 'forever';
  readonly times_redeemed: number;
}

/** What a product costs. */
export interface WebhookPrice extends Stored<'price'>, Customizable {
  readonly product_id: string;
  readonly active: boolean;
  readonly currency: string;
  readonly price_type: 'one_time' | 'recurring';
  readonly unit_amount_atom: number;
}

/** What is sold. */
export interface WebhookProduct extends Stored<'product'>, Customizable {
  readonly name: string;
  readonly description: string | null;
}

/** Whatever an event is about. */
export type WebhookObject =
  | WebhookCheckoutSession
  | WebhookCoupon
  | WebhookCustomer
  | WebhookInvoice
  | WebhookPaymentIntent
  | WebhookPrice
  | WebhookProduct
  | WebhookRefund
  | WebhookSubscription;

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

/** An attempt to take money. Amounts are integers in atomic units, for example cents. */
export interface WebhookPaymentIntent extends Stored<'payment_intent'> {
  /** `null` for what a subscription takes by itself. */
  readonly checkout_session_id: string | null;
  readonly status: 'succeeded' | 'failed' | 'requires_action' | 'processing' | 'canceled';
  readonly amount_atom: number;
  readonly refunded_amount_atom: number;
  readonly currency: string | null;
  readonly customer_id: string | null;
  readonly payment_method_id: string | null;
  readonly invoice_id: string | null;
  readonly card: { readonly brand: string; readonly last4: string };
  /** For example `insufficient_funds`; `null` where it was not declined. */
  readonly decline_code: string | null;
}

/** A bill. Its state is called `status`. Amounts are integers in atomic units, for example cents. */
export interface WebhookInvoice extends Stored<'invoice'>, Customizable {
  readonly number: string;
  readonly status:
    | 'draft'
    | 'open'
    | 'partially_paid'
    | 'paid'
    | 'past_due'
    | 'void'
    | 'uncollectible';
  readonly checkout_session_id: string | null;
  readonly customer_id: string | null;
  readonly subscription_ids: readonly string[];
  readonly payment_intent_id: string | null;
  readonly billing_reason:
    | 'subscription_create'
    | 'subscription_cycle'
    | 'subscription_update'
    | null;
  /** Who moves first: a card that is charged, or a payer who was sent a bill. */
  readonly collection_method: 'charge_automatically' | 'send_invoice';
  readonly currency: string;
  readonly total_amount_atom: number;
  /** What is still to be paid, in atomic units. */
  readonly due_amount_atom: number;
  readonly paid_amount_atom: number;
  readonly refunded_amount_atom: number;
  /** ISO 8601, UTC; `null` where a card is charged. */
  readonly due_date: string | null;
  /** How often a card was to be charged by itself. */
  readonly attempt_count: number;
  /** When it is charged again after a decline: ISO 8601, UTC. */
  readonly next_payment_attempt_at: string | null;
  /** Paid, and not through PaymentKit. */
  readonly out_of_band: boolean;
  /** ISO 8601, UTC. */
  readonly paid_at: string | null;
}

/** Who pays. */
export interface WebhookCustomer extends Stored<'customer'>, Customizable {
  readonly email: string;
  readonly name: string | null;
}

/** What recurs. Amounts are integers in atomic units, for example cents. */
export interface WebhookSubscription extends Stored<'subscription'>, Customizable {
  readonly state:
    | 'incomplete'
    | 'scheduled'
    | 'trialing'
    | 'active'
    | 'past_due'
    | 'paused'
    | 'cancelled';
  readonly checkout_session_id: string | null;
  readonly customer_id: string | null;
  readonly currency: string;
  readonly amount_total_atom: number;
  readonly billing_interval: 'day' | 'week' | 'month' | 'year';
  /** How many intervals there are from one payment to the next. */
  readonly billing_interval_count: number;
  readonly items: readonly {
    readonly id: string;
    readonly price_id: string;
    readonly product_id: string;
    readonly quantity: number;
    readonly unit_amount_atom: number;
  }[];
  /** ISO 8601, UTC. */
  readonly current_period_start: string;
  /** ISO 8601, UTC. */
  readonly current_period_end: string;
  /** ISO 8601, UTC. */
  readonly trial_end: string | null;
  readonly cancel_at_period_end: boolean;
  /** When it is to end: ISO 8601, UTC. */
  readonly cancel_at: string | null;
  /** ISO 8601, UTC. */
  readonly cancelled_at: string | null;
  /** Since when it stands still: ISO 8601, UTC. */
  readonly paused_at: string | null;
  /** When it goes on by itself: ISO 8601, UTC. */
  readonly resumes_at: string | null;
  readonly latest_invoice_id: string | null;
}

/** Money given back. Amounts are integers in atomic units, for example cents. */
export interface WebhookRefund extends Stored<'refund'> {
  readonly status: 'pending' | 'succeeded' | 'failed' | 'requires_action' | 'canceled';
  readonly payment_intent_id: string | null;
  readonly invoice_id: string;
  readonly amount_atom: number;
  readonly currency: string;
  readonly reason: string;
  /** Given back, and not through PaymentKit. */
  readonly refunded_out_of_band: boolean;
}

/** A discount. Amounts are integers in atomic units, for example cents. */
export interface WebhookCoupon extends Stored<'coupon'> {
  readonly percent_off: number | null;
  readonly amount_off_atom: number | null;
  readonly currency: string | null;
  readonly trial_days_off: number | null;
  readonly duration: 'once' | 'repeating' | 'forever';
  readonly times_redeemed: number;
}

/** What a product costs. Amounts are integers in atomic units, for example cents. */
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

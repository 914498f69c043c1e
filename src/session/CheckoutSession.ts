/** One line of the order. Amounts are integers in atomic units, for example cents. */
export interface CheckoutLineItem {
  readonly id: string;
  readonly price_id: string;
  readonly product_id: string;
  readonly description: string;
  readonly quantity: number;
  readonly currency: string;
  readonly unit_amount_atom: number;
  readonly amount_subtotal_atom: number;
  readonly amount_discount_atom: number;
  readonly amount_total_atom: number;
  readonly billing_interval: string | null;
  readonly billing_interval_count: number | null;
}

/** A session's state. `completed` and `expired` are final. */
export type CheckoutSessionState = 'open' | 'processing' | 'completed' | 'expired';

/**
 * The public view of a checkout session as the API sends it: snake_case, and `null` where the API
 * has it. What a browser reads is for showing; a server that ships goods reads the session with its
 * secret key.
 */
export interface CheckoutSession {
  readonly id: string;
  readonly state: CheckoutSessionState;
  readonly mode: 'payment' | 'setup';
  readonly test_mode: boolean;
  readonly merchant: {
    readonly name: string;
    readonly logo_url: string | null;
    readonly primary_color: string | null;
  };
  /** `null` when nobody is known, and once the session is completed or expired. */
  readonly customer: { readonly email: string | null; readonly name: string | null } | null;
  readonly line_items: readonly CheckoutLineItem[];
  /** Lower-case ISO 4217; `null` without line items. */
  readonly currency: string | null;
  readonly amount_subtotal_atom: number;
  readonly amount_discount_atom: number;
  readonly amount_total_atom: number;
  readonly discount: {
    readonly promotion_code: string | null;
    readonly percent_off: number | null;
    readonly amount_off_atom: number | null;
    readonly trial_days_off: number | null;
  } | null;
  /** Whether a later price took the place of the first. */
  readonly price_changed: boolean;
  /** ISO 8601, UTC. */
  readonly expires_at: string;
  /** The server's clock when it answered. ISO 8601, UTC. */
  readonly server_time: string;
  readonly success_url: string;
  readonly return_url: string;
  readonly payment_methods: readonly string[];
  readonly payment: {
    readonly id: string;
    readonly status: string;
    readonly next_action: { readonly type: 'three_d_secure'; readonly url: string } | null;
  } | null;
}

/** One line of the order. Amounts are integers in atomic units, for example cents. */
export interface CheckoutLineItem {
  /** The line's own id. */
  readonly id: string;
  /** The price of the catalogue that the session was made with. */
  readonly price_id: string;
  /** The product that the price is of. */
  readonly product_id: string;
  /** What is sold, as the shopper reads it. */
  readonly description: string;
  /** How many of it. */
  readonly quantity: number;
  /** Lower-case ISO 4217. */
  readonly currency: string;
  /** The price of one, in atomic units. */
  readonly unit_amount_atom: number;
  /** Before discounts, in atomic units. */
  readonly amount_subtotal_atom: number;
  /** What is taken off, in atomic units. */
  readonly amount_discount_atom: number;
  /** What is paid for this line, in atomic units. */
  readonly amount_total_atom: number;
  /** For example `month`; `null` for what is paid once. */
  readonly billing_interval: string | null;
  /** How many intervals there are from one payment to the next; `null` for what is paid once. */
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
  /** `cs_…`. It authorises nothing: it may stand in an address or a log. */
  readonly id: string;
  /** What became of it so far: the one word that says whether it is paid. */
  readonly state: CheckoutSessionState;
  /** `payment` takes money; `setup` stores a card for later. */
  readonly mode: 'payment' | 'setup';
  /** No money moves: the session was made with a test key. */
  readonly test_mode: boolean;
  /** The shop, as the shopper sees it. */
  readonly merchant: {
    readonly name: string;
    readonly logo_url: string | null;
    /** A CSS colour. */
    readonly primary_color: string | null;
  };
  /** `null` when nobody is known, and once the session is completed or expired. */
  readonly customer: { readonly email: string | null; readonly name: string | null } | null;
  /** What is bought; empty where a card is only stored. */
  readonly line_items: readonly CheckoutLineItem[];
  /** Lower-case ISO 4217; `null` without line items. */
  readonly currency: string | null;
  /** Before discounts, in atomic units. */
  readonly amount_subtotal_atom: number;
  /** What is taken off, in atomic units. */
  readonly amount_discount_atom: number;
  /** What is paid now, in atomic units. */
  readonly amount_total_atom: number;
  /** The discount in use; `null` without one. */
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
  /** Where the shopper goes once it is paid. */
  readonly success_url: string;
  /** Where the shopper goes who cancels. */
  readonly return_url: string;
  /** For example `card`. */
  readonly payment_methods: readonly string[];
  /** The attempt to pay that is under way, or that completed the session; `null` where there is none. */
  readonly payment: {
    readonly id: string;
    /** `processing`, `requires_action` or `completed`. */
    readonly status: string;
    /** What the bank asks of the shopper; `null` where it asks nothing. */
    readonly next_action: { readonly type: 'three_d_secure'; readonly url: string } | null;
  } | null;
}

/** One processor asked for the money of one order. */
export interface PaymentAttempt {
  /** 0 is the session's own order; the fallbacks of a cascade follow. */
  readonly tier: number;
  readonly processor_id: string;
  readonly outcome: 'succeeded' | 'declined' | 'requires_action' | 'processing' | 'canceled';
  readonly decline_code: string | null;
  readonly at: number;
}

/** One attempt to pay a session, or to save a card for it: what PaymentKit calls a payment intent. */
export interface PaymentRecord {
  readonly id: string;
  /** Null where nobody was there: a subscription that was charged again. */
  readonly session_id: string | null;
  readonly status: 'succeeded' | 'failed' | 'requires_action' | 'processing' | 'canceled';
  /** What was charged or is about to be; before that, what the shopper agreed to. */
  readonly amount_atom: number;
  readonly currency: string | null;
  readonly card: {
    readonly brand: string;
    readonly last4: string;
    readonly exp_month: number;
    readonly exp_year: number;
  };
  readonly email: string | null;
  readonly name: string | null;
  readonly save_payment_method: boolean;
  readonly decline_code: string | null;
  /** Every processor that was asked, the first one first. Those that were skipped are not here. */
  readonly attempts: readonly PaymentAttempt[];
  /** The tier the session was at when this began. It goes back there when nothing is charged. */
  readonly from_tier: number;
  /** What came of it, once it has succeeded. */
  readonly customer_id: string | null;
  readonly payment_method_id: string | null;
  readonly invoice_id: string | null;
  /** It ended with this tier, which the shopper has to agree to first. */
  readonly asked_tier: number | null;
  /** Finds the 3-D Secure page of this attempt; 128 random bits. */
  readonly challenge_id: string | null;
  readonly created_at: number;
  readonly updated_at: number;
}

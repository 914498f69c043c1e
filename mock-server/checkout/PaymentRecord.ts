/** One attempt to pay a session, or to save a card for it: what PaymentKit calls a payment intent. */
export interface PaymentRecord {
  readonly id: string;
  readonly session_id: string;
  readonly status: 'succeeded' | 'failed' | 'requires_action' | 'processing' | 'canceled';
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
  /** Finds the 3-D Secure page of this attempt; 128 random bits. */
  readonly challenge_id: string | null;
  readonly created_at: number;
  readonly updated_at: number;
}

/** A bill, as the account's own API shows it, as far as it is shown here. */
export interface Invoice {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly subscription_ids: readonly string[];
  readonly checkout_session_id: string | null;
  readonly payment_intent_id: string | null;
  readonly billing_reason: string | null;
  readonly currency: string;
  readonly total_amount_atom: number;
  readonly refunded_amount_atom: number;
  readonly issued_at: string;
}

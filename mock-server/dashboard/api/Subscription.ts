/** A subscription as the account's own API shows it, as far as it is shown here. */
export interface Subscription {
  readonly id: string;
  readonly state: string;
  readonly checkout_session_id: string | null;
  readonly customer_id: string | null;
  readonly currency: string;
  readonly billing_interval: string;
  readonly billing_interval_count: number;
  readonly items: readonly {
    readonly id: string;
    readonly price_id: string;
    readonly description: string;
    readonly quantity: number;
    readonly unit_amount_atom: number;
  }[];
  readonly amount_total_atom: number;
  /** What waits for the next bill; below zero it is a credit. */
  readonly carried_amount_atom: number;
  readonly default_payment_method_id: string | null;
  readonly coupon_id: string | null;
  readonly current_period_start: string;
  readonly current_period_end: string;
  readonly trial_end: string | null;
  readonly cancel_at_period_end: boolean;
  readonly cancel_at: string | null;
  readonly cancelled_at: string | null;
  /** It is to stand still when its period ends. */
  readonly scheduled_pause: object | null;
  readonly paused_at: string | null;
  readonly resumes_at: string | null;
  readonly latest_invoice_id: string | null;
  /** Why its plan was changed last, where that was said. */
  readonly change_reason: string | null;
  readonly created_at: string;
}

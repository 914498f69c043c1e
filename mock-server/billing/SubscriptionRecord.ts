import type { CustomFields } from '../domain/checkCustomFields.ts';
import type { BillingInterval } from '../domain/Price.ts';
import type { Dated } from '../store/AccountRecords.ts';

export interface SubscriptionItem {
  readonly id: string;
  readonly price_id: string;
  readonly product_id: string;
  readonly description: string;
  readonly quantity: number;
  readonly unit_amount_atom: number;
}

/** What is paid again in each billing interval. Times are milliseconds on the account's clock. */
export interface SubscriptionRecord extends Dated {
  readonly state: 'trialing' | 'active' | 'past_due' | 'cancelled';
  readonly checkout_session_id: string;
  readonly customer_id: string | null;
  readonly currency: string;
  readonly billing_interval: BillingInterval;
  readonly billing_interval_count: number;
  readonly items: readonly SubscriptionItem[];
  readonly default_payment_method_id: string | null;
  /** A discount that outlasts the first period. */
  readonly coupon_id: string | null;
  readonly current_period_start: number;
  readonly current_period_end: number;
  readonly trial_end: number | null;
  /** Where the paid periods are counted from, and how many there have been. */
  readonly billing_anchor: number;
  readonly periods: number;
  readonly cancel_at_period_end: boolean;
  readonly cancelled_at: number | null;
  readonly latest_invoice_id: string | null;
  readonly description: string | null;
  readonly custom_fields: CustomFields;
}

import type { CustomFields } from '../../domain/requests/checkCustomFields.ts';
import type { BillingInterval } from '../../domain/pricing/Price.ts';
import type { Coupon } from '../../domain/pricing/Coupon.ts';
import type { Dated } from './Dated.ts';
import type { CollectionMethod } from './InvoiceRecord.ts';

/** What becomes of what was paid, or was not, when a subscription ends. */
export type RefundOption = 'none' | 'full' | 'prorated' | 'cancel_unpaid';

export interface SubscriptionItem {
  readonly id: string;
  readonly price_id: string;
  readonly product_id: string;
  readonly description: string;
  readonly quantity: number;
  readonly unit_amount_atom: number;
}

/** What was billed for the whole of a period, and by which bill; by none where a credit was given, or has paid, for it. */
export interface PeriodBill {
  readonly value_atom: number;
  readonly invoice_id: string | null;
  /** A debt: the next bill has it. */
  readonly is_carried?: boolean;
  /** What of the period was still to come when its plan was changed so, from 0 to 1; without it all of it was. */
  readonly left?: number;
  /** It stands for what a bill, of an earlier period also, had given to the payer's credit that nobody is to pay any longer. */
  readonly taken?: { readonly invoice_id: string; readonly amount_atom: number };
}

export type SubscriptionState =
  | 'incomplete'
  | 'scheduled'
  | 'trialing'
  | 'active'
  | 'past_due'
  | 'paused'
  | 'cancelled';

/** What is paid again in each billing interval. Times are milliseconds on the account's clock. */
export interface SubscriptionRecord extends Dated {
  readonly state: SubscriptionState;
  readonly checkout_session_id: string | null;
  readonly customer_id: string | null;
  readonly currency: string;
  readonly billing_interval: BillingInterval;
  readonly billing_interval_count: number;
  readonly items: readonly SubscriptionItem[];
  /** What takes their place when the period ends. */
  readonly pending_items: readonly SubscriptionItem[] | null;
  /** Why its plan was changed last, as the merchant said. */
  readonly change_reason: string | null;
  /** What a change left to be settled with the next invoice; below zero it is a credit. */
  readonly carried_atom: number;
  /** What was to the payer's credit when the current period was billed, and the bills whose money it is. */
  readonly opening_credit: {
    readonly amount_atom: number;
    readonly invoice_ids: readonly string[];
  } | null;
  /** What the current period was billed at before credits, and by how much each change of plan was above that. */
  readonly period_bills: readonly PeriodBill[];
  /** The discount that the current period was billed with: by now it may be another one, used up, or gone. */
  readonly period_coupon: Coupon | null;
  readonly collection_method: CollectionMethod;
  /** How many days a bill may stay unpaid, where it is sent. */
  readonly net_d: number | null;
  readonly default_payment_method_id: string | null;
  /** Over which processors it is charged: one alone, a route, or else all there are. */
  readonly processor_id: string | null;
  readonly processor_route_id: string | null;
  /** A discount on what is billed next, and since when it counts. */
  readonly coupon_id: string | null;
  readonly discounted_since: number;
  readonly current_period_start: number;
  readonly current_period_end: number;
  readonly trial_end: number | null;
  /** Which end of a trial the merchant was told of. */
  readonly noticed_trial_end: number | null;
  /** Where the paid periods are counted from, and how many there have been. */
  readonly billing_anchor: number;
  readonly periods: number;
  readonly cancel_at_period_end: boolean;
  readonly cancel_at: number | null;
  readonly cancel_refund_option: RefundOption;
  readonly cancelled_at: number | null;
  /** It is to stand still when the period ends, for so many cycles, or until it is resumed (null). */
  readonly scheduled_pause: { readonly pause_for_cycles: number | null } | null;
  readonly paused_at: number | null;
  readonly resumes_at: number | null;
  readonly latest_invoice_id: string | null;
  /** Invoices that should have been paid by now. */
  readonly overdue_invoice_ids: readonly string[];
  readonly description: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly custom_fields: CustomFields;
}

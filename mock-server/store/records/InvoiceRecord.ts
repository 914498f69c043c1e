import type { CustomFields } from '../../domain/requests/checkCustomFields.ts';
import type { LineItem, PricedOrder } from '../../domain/pricing/priceLineItems.ts';
import type { Dated } from './Dated.ts';

/** Who moves first: a card that is charged, or a payer who was sent a bill. */
export type CollectionMethod = 'charge_automatically' | 'send_invoice';

/** What was written on a bill by hand has no price. */
export interface InvoiceLine extends Omit<LineItem, 'price_id' | 'product_id'> {
  readonly price_id: string | null;
  readonly product_id: string | null;
  /** What it is called, where the description says more. */
  readonly name?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** What was bought and how it was paid. Times are milliseconds on the account's clock. */
export interface InvoiceRecord extends Dated, Omit<PricedOrder, 'currency' | 'line_items'> {
  readonly line_items: readonly InvoiceLine[];
  readonly currency: string;
  readonly number: string;
  /** `uncollectible`: nobody tries any longer. `past_due`: a bill that was sent and not paid in time. */
  readonly status: 'draft' | 'open' | 'paid' | 'past_due' | 'void' | 'uncollectible';
  readonly checkout_session_id: string | null;
  readonly customer_id: string | null;
  readonly subscription_ids: readonly string[];
  readonly payment_intent_id: string | null;
  readonly billing_reason:
    | 'subscription_create'
    | 'subscription_cycle'
    | 'subscription_update'
    | null;
  readonly collection_method: CollectionMethod;
  readonly issued_at: number;
  readonly due_at: number | null;
  /** How often a card was to be charged by itself, and when the next time is. */
  readonly attempt_count: number;
  readonly next_attempt_at: number | null;
  /** Paid, but not through PaymentKit. */
  readonly out_of_band: boolean;
  readonly refunded_amount_atom: number;
  /** What of that is of each subscription on the bill; the rest is of what else was on it. */
  readonly refunded_of?: Readonly<Record<string, number>>;
  readonly paid_at: number | null;
  readonly description: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly custom_fields: CustomFields;
}

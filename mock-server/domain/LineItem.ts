import type { BillingInterval } from './Price.ts';

/** A line of an order, priced. */
export interface LineItem {
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
  readonly billing_interval: BillingInterval | null;
  readonly billing_interval_count: number | null;
}

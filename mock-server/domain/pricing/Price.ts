export type BillingInterval = 'day' | 'week' | 'month' | 'year';

/** What a product costs: once, or once in each billing interval. */
export interface Price {
  readonly id: string;
  readonly product_id: string;
  readonly active: boolean;
  readonly currency: string;
  readonly price_type: 'one_time' | 'recurring';
  readonly unit_amount_atom: number;
  readonly billing_interval: BillingInterval | null;
  readonly billing_interval_count: number | null;
}

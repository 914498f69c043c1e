/** What the shop's server tells the browser that placed an order. */
export interface OrderView {
  readonly state: 'open' | 'processing' | 'paid' | 'expired' | 'review';
  readonly reference: string;
  readonly product: string;
  readonly currency: string;
  readonly amountAtom: number;
  /** What was charged, after discounts; only when `paid`. */
  readonly paidAtom?: number;
}

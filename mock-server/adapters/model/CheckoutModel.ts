export type VisitState = 'open' | 'processing' | 'completed' | 'expired';

/** What a card leads to: money, a refusal, the bank's page, or a minute of waiting. */
export type CardName = 'good' | 'bad' | 'asking' | 'slow';

export interface Coupon {
  readonly percent: number;
  readonly most: number | null;
  used: number;
}

export interface Attempt {
  status: 'succeeded' | 'failed' | 'requires_action' | 'processing';
  readonly amount: number;
  /** When the bank, or who waits for the shopper, decides. */
  readonly ends: number;
  refunded: number;
}

export interface Visit {
  readonly subtotal: number;
  readonly expires: number;
  coupon: Coupon | undefined;
  state: VisitState;
  readonly attempts: Attempt[];
}

/** What checkouts, their coupons and refunds are to come to, written a second time and as simply as it can be. */
export interface CheckoutModel {
  now: number;
  readonly coupons: Coupon[];
  readonly visits: Visit[];
  readonly refunds: { readonly settles: number; settled: boolean }[];
  /** How often what was told of. */
  readonly told: Record<string, number>;
}

export const tell = ({ told }: CheckoutModel, type: string): void => {
  told[type] = (told[type] ?? 0) + 1;
};

/** Half up on the subtotal. */
export const totalOf = ({ subtotal, coupon }: Visit): number =>
  subtotal - Math.floor((subtotal * (coupon?.percent ?? 0) * 2 + 100) / 200);

/** Whether payments that succeeded, or still may, have used a coupon up. */
export function isSpent({ visits }: CheckoutModel, coupon: Coupon, except?: Visit): boolean {
  const held = visits.filter(
    (visit) => visit !== except && visit.state === 'processing' && visit.coupon === coupon,
  );
  return coupon.most !== null && coupon.used + held.length >= coupon.most;
}

import type { Coupon } from './Coupon.ts';

/** Whether a coupon gives anything on an order; when and how often it may be used is not asked here. */
export function appliesTo(
  coupon: Coupon,
  order: {
    readonly currency: string | null;
    readonly line_items: readonly { readonly billing_interval: string | null }[];
  },
): boolean {
  if (order.line_items.length === 0) return false;
  if (coupon.trial_days_off !== null) {
    return order.line_items.some((item) => item.billing_interval !== null);
  }
  return coupon.amount_off_atom === null || coupon.currency === order.currency;
}

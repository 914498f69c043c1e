import { appliesTo } from './appliesTo.ts';
import type { Coupon } from './Coupon.ts';
import { priceLineItems, type PricedOrder } from './priceLineItems.ts';

/** What an order costs, with the discount where it gives something on these items. */
export function priceOrder(
  lines: Parameters<typeof priceLineItems>[0],
  coupon: Coupon | undefined,
): PricedOrder {
  const order = { currency: lines[0]?.currency ?? null, line_items: lines };
  return priceLineItems(lines, coupon && appliesTo(coupon, order) ? coupon : undefined);
}

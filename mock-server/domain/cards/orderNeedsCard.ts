import type { PricedOrder } from '../pricing/priceLineItems.ts';

/** A zero total with nothing recurring needs no card; a trial does. */
export function orderNeedsCard(order: PricedOrder): boolean {
  const recurs = order.line_items.some((item) => item.billing_interval !== null);
  return order.amount_total_atom > 0 || recurs;
}

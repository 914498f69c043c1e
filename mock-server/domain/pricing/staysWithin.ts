import type { LineItem, PricedOrder } from './priceLineItems.ts';

type Order = Pick<PricedOrder, 'currency' | 'amount_total_atom'> & {
  readonly line_items: readonly Pick<
    LineItem,
    'quantity' | 'unit_amount_atom' | 'billing_interval' | 'billing_interval_count'
  >[];
};

/** What recurs, summed for each billing interval; before discounts, which may end. */
function recurringAmounts({ line_items: items }: Order): ReadonlyMap<string, number> {
  const amounts = new Map<string, number>();
  for (const item of items) {
    if (item.billing_interval === null) continue;
    const interval = `${String(item.billing_interval_count)} ${item.billing_interval}`;
    const before = amounts.get(interval) ?? 0;
    amounts.set(interval, before + item.unit_amount_atom * item.quantity);
  }
  return amounts;
}

/**
 * Whether `order` may be charged in place of the one that the shopper agreed to without asking again: in the same currency,
 * with no more due now and no more due in any interval later.
 */
export function staysWithin(agreed: Order, order: Order): boolean {
  if (order.currency !== agreed.currency) return false;
  if (order.amount_total_atom > agreed.amount_total_atom) return false;
  const known = recurringAmounts(agreed);
  return [...recurringAmounts(order)].every(
    ([interval, amount]) => amount <= (known.get(interval) ?? 0),
  );
}

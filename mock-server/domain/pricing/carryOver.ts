import type { LineItem, PricedOrder } from './priceLineItems.ts';
import { shareAmount } from './shareAmount.ts';

type Line = Pick<LineItem, 'id' | 'price_id' | 'product_id' | 'description' | 'currency'>;

/** A debt is a line of its own. */
function withDebt(order: PricedOrder, debt: number, line: Line): PricedOrder {
  const own = {
    ...line,
    quantity: 1,
    unit_amount_atom: debt,
    amount_subtotal_atom: debt,
    amount_discount_atom: 0,
    amount_total_atom: debt,
    billing_interval: null,
    billing_interval_count: null,
  };
  return {
    ...order,
    line_items: [...order.line_items, own],
    amount_subtotal_atom: order.amount_subtotal_atom + debt,
    amount_total_atom: order.amount_total_atom + debt,
  };
}

/** A credit is a discount, shared over the lines. */
function withCredit(order: PricedOrder, credit: number): PricedOrder {
  const { line_items: items } = order;
  const totals = items.map(({ amount_total_atom: total }) => total);
  const shares = shareAmount(credit, totals);
  return {
    ...order,
    line_items: items.map((item, index) => ({
      ...item,
      amount_discount_atom: item.amount_discount_atom + (shares[index] ?? 0),
      amount_total_atom: item.amount_total_atom - (shares[index] ?? 0),
    })),
    amount_discount_atom: order.amount_discount_atom + credit,
    amount_total_atom: order.amount_total_atom - credit,
  };
}

/** What an order costs with what is carried over: a debt, or below zero a credit, as far as it goes. */
export function carryOver(
  order: PricedOrder,
  carried: number,
  line: Line,
): { readonly order: PricedOrder; readonly left: number } {
  if (carried === 0) return { order, left: 0 };
  if (carried > 0) return { order: withDebt(order, carried, line), left: 0 };
  const credit = Math.min(-carried, order.amount_total_atom);
  return { order: withCredit(order, credit), left: carried + credit };
}

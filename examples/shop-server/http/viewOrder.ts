import type { OrderView } from '../client/OrderView.ts';
import type { Order } from '../orders/Order.ts';

/** An order as its own shopper may see it: no ids of ours, no secure token. */
export function viewOrder({ state, reference, product, payment }: Order): OrderView {
  const { name, currency, amountAtom } = product;
  const view = { state, reference, product: name, currency, amountAtom };
  return payment ? { ...view, paidAtom: payment.amountAtom } : view;
}

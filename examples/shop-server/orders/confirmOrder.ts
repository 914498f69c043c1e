import type { SessionRecord } from '../paymentkit/parseSession.ts';
import type { Order } from './Order.ts';
import type { Item } from './products.ts';
import type { Shop } from './Shop.ts';

/**
 * Asks PaymentKit what became of an order, and settles it when it was paid. The only way to `paid`: the browser's word
 * is never enough. Safe to call at any time, any number of times, by a completion post, a success page or a webhook.
 */
export async function confirmOrder(shop: Shop, order: Order): Promise<Order> {
  if (!order.session || (order.state !== 'open' && order.state !== 'processing')) return order;
  const session = await shop.paymentkit.retrieveSession(order.session.id);
  const item = session && findItem(order, session);
  const state = judge(order, session, item);
  const payment = session &&
    item && {
      item,
      amountAtom: session.amount_total_atom,
      intentId: session.payment_intent_id ?? undefined,
    };
  // Many confirmations of one order may get this far together; `move` lets exactly one of them through.
  const isMine = shop.orders.move(order.id, state, state === 'paid' ? payment : undefined);
  const settled = shop.orders.get(order.id) ?? order;
  if (isMine && state === 'paid') shop.onPaid(settled);
  return settled;
}

function judge(
  order: Order,
  session: SessionRecord | undefined,
  item: Item | undefined,
): Order['state'] {
  // A session we made and PaymentKit does not know, or one that charged something else, is for a person to look at.
  if (!session || session.id !== order.session?.id) return 'review';
  if (session.state !== 'completed') return session.state;
  return item ? 'paid' : 'review';
}

/**
 * What was paid for, by our own record: the product, or one of its fallbacks. A promotion code lowers the total, and only
 * this account can issue one: so what must be equal is the amount before discounts, and the total may be lower, never higher.
 */
function findItem({ product }: Order, session: SessionRecord): Item | undefined {
  if (session.currency !== product.currency) return undefined;
  return [product, ...(product.fallbacks ?? [])].find(
    ({ amountAtom }) =>
      session.amount_subtotal_atom === amountAtom && session.amount_total_atom <= amountAtom,
  );
}

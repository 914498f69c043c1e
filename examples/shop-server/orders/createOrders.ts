import { randomInt, randomUUID } from 'node:crypto';
import type { Order, OrderState, Payment, Storefront } from './Order.ts';
import type { Product } from './products.ts';

type OrderInput = Pick<Order, 'visitorId' | 'storefront' | 'product'>;

export interface Orders {
  add(input: OrderInput): Order;
  get(id: string): Order | undefined;
  all(): readonly Order[];
  findBySession(sessionId: string): Order | undefined;
  findOpen(visitorId: string, storefront: Storefront, product: Product): Order | undefined;
  attachSession(id: string, session: { readonly id: string; readonly url: string }): Order;
  /** Says whether this very call made the change, so that only one caller acts on it. */
  move(id: string, state: OrderState, payment?: Payment): boolean;
}

/**
 * The shop's orders, in memory. In a database `move` is one statement, and the count of changed rows is its answer:
 * `UPDATE orders SET state = $2 WHERE id = $1 AND state IN ('open', 'processing') AND state <> $2`. Whoever made it notes
 * in the same transaction that the goods are due: a shop that stops before it has handed them over finds that again.
 */
export function createOrders(): Orders {
  const orders = new Map<string, Order>();
  const idBySession = new Map<string, string>();

  const change = (id: string, changes: Partial<Order>): Order => {
    const order = orders.get(id);
    if (!order) throw new Error(`Failed to change an order: there is none with the id ${id}.`);
    const changed = { ...order, ...changes };
    orders.set(id, changed);
    return changed;
  };

  const get = (id: string | undefined) => (id === undefined ? undefined : orders.get(id));

  return {
    add(input) {
      const order = createOrder(input);
      orders.set(order.id, order);
      return order;
    },
    get,
    all: () => [...orders.values()],
    findBySession: (sessionId) => get(idBySession.get(sessionId)),
    findOpen: (visitorId, storefront, product) =>
      [...orders.values()].find(
        (order) =>
          order.visitorId === visitorId &&
          order.storefront === storefront &&
          order.product === product &&
          isUnsettled(order),
      ),
    attachSession(id, session) {
      idBySession.set(session.id, id);
      return change(id, { session });
    },
    move(id, state, payment) {
      const order = orders.get(id);
      if (!order || !isUnsettled(order) || order.state === state) return false;
      change(id, { state, payment });
      return true;
    },
  };
}

const createOrder = (input: OrderInput): Order => ({
  ...input,
  id: randomUUID(),
  reference: `AP-${String(randomInt(100_000, 1_000_000))}`,
  state: 'open',
  session: undefined,
  payment: undefined,
});

const isUnsettled = ({ state }: Order) => state === 'open' || state === 'processing';

import { Hono } from 'hono';
import type { Context } from 'hono';
import type { OrderView } from '../client/shopApi.ts';
import { confirmOrder } from '../orders/confirmOrder.ts';
import type { Order } from '../orders/Order.ts';
import { products } from '../orders/products.ts';
import type { Shop } from '../orders/Shop.ts';
import { startOrder } from '../orders/startOrder.ts';
import { findOwnOrder } from './findOwnOrder.ts';
import { visitorCookie } from './visitorCookie.ts';
import { storefronts } from '../storefronts.ts';

/** The shop's own API, for its own pages. */
export function orderRoutes(shop: Shop): Hono {
  const routes = new Hono();

  routes.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });

  routes.post('/orders', async (c) => {
    const body = await readJson(c);
    const product = products.find(({ id }) => id === body.product);
    const storefront = storefronts.find((name) => name === body.storefront);
    if (!product || !storefront) {
      return c.json(
        { error: 'invalid_order', message: 'Name a product that the shop sells.' },
        422,
      );
    }
    const visitorId = visitorCookie.remember(c, shop.origin);
    const order = await startOrder(shop, { visitorId, storefront, product });
    return c.json({ url: order.session.url }, 201);
  });

  // PaymentKit.js posts here once its own read of the session says "completed". That is a reason to look, not a proof.
  routes.post('/completion', async (c) => {
    const { session_id: sessionId } = await readJson(c);
    if (typeof sessionId !== 'string') {
      return c.json({ error: 'invalid_completion', message: 'Send the session_id.' }, 422);
    }
    const order = findOwnOrder(shop, c, sessionId);
    if (!order) return unknownOrder(c);
    const confirmed = await confirmOrder(shop, order);
    return c.json(viewOrder(confirmed), confirmed.state === 'paid' ? 200 : 409);
  });

  // Reading confirms too: a shopper whose completion post was lost still sees the truth, and the order is settled.
  routes.get('/order', async (c) => {
    const order = findOwnOrder(shop, c, c.req.query('session_id') ?? '');
    return order ? c.json(viewOrder(await confirmOrder(shop, order))) : unknownOrder(c);
  });

  return routes;
}

/** An order as its own shopper may see it: no ids of ours, no secure token. */
function viewOrder({ state, reference, product, payment }: Order): OrderView {
  const { name, amountAtom } = payment?.item ?? product;
  const { currency } = product;
  const view = { state, reference, product: name, currency, amountAtom };
  return payment ? { ...view, paidAtom: payment.amountAtom } : view;
}

const unknownOrder = (c: Context) =>
  c.json({ error: 'unknown_order', message: 'This browser placed no such order.' }, 404);

/** The body as a record, or an empty one. Only JSON: a form of another site cannot send it. */
async function readJson(c: Context): Promise<Record<string, unknown>> {
  if (!c.req.header('content-type')?.startsWith('application/json')) return {};
  const body: unknown = await c.req.json().catch(() => undefined);
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

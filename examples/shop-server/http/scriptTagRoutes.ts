import { Hono } from 'hono';
import type { Context } from 'hono';
import { formatMoney } from '../client/formatMoney.ts';
import { orderWords } from '../client/orderWords.ts';
import { confirmOrder } from '../orders/confirmOrder.ts';
import type { Order } from '../orders/Order.ts';
import { products } from '../orders/products.ts';
import type { Shop } from '../orders/Shop.ts';
import { startOrder } from '../orders/startOrder.ts';
import { PaymentKitUnavailable } from '../paymentkit/PaymentKitUnavailable.ts';
import { findOwnOrder } from './findOwnOrder.ts';
import { renderPage } from './renderPage.ts';
import { visitorCookie } from './visitorCookie.ts';

/** The script-tag example: forms, links and pages rendered here, so that all of it works without JavaScript. */
export function scriptTagRoutes(
  shop: Shop,
  script: { readonly integrity: string } | undefined,
): Hono {
  const routes = new Hono();

  // A post, then a redirect to a page with an address of its own: reloading it orders nothing again.
  routes.post('/orders', async (c) => {
    const { product: id } = await c.req.parseBody();
    const product = products.find((known) => known.id === id);
    if (!product) return c.redirect('/script-tag/', 303);
    const visitorId = visitorCookie.remember(c, shop.origin);
    const order = await startOrder(shop, { visitorId, storefront: 'script-tag', product });
    return c.redirect(`/script-tag/orders/${order.id}`, 303);
  });

  routes.get('/orders/:id', async (c) => {
    const known = shop.orders.get(c.req.param('id'));
    const found =
      known && known.visitorId === visitorCookie.read(c, shop.origin) ? known : undefined;
    const order = found && (await lookAgain(shop, found));
    if (order?.state !== 'open' || !order.session) return renderResult(c, found, order);
    const { reference, product, session } = order;
    return renderPage(c, 'script-tag/order.html', {
      reference,
      product: product.name,
      amount: formatMoney(product.amountAtom, product.currency),
      checkoutUrl: session.url,
      script,
    });
  });

  routes.get('/success', async (c) => {
    const found = findOwnOrder(shop, c, c.req.query('session_id') ?? '');
    return renderResult(c, found, found && (await lookAgain(shop, found)));
  });

  return routes;
}

/** `undefined`: PaymentKit does not answer. The shopper may have paid, so no page may say otherwise. */
async function lookAgain(shop: Shop, order: Order): Promise<Order | undefined> {
  try {
    return await confirmOrder(shop, order);
  } catch (error) {
    if (error instanceof PaymentKitUnavailable) return undefined;
    throw error;
  }
}

function renderResult(c: Context, found: Order | undefined, order: Order | undefined): Response {
  const file = 'script-tag/success.html';
  if (!found) return renderPage(c, file, orderWords.unknown, 404);
  if (!order) return renderPage(c, file, { ...orderWords.unreachable, again: true }, 503);
  const { id, state, reference, product, payment } = order;
  return renderPage(c, file, {
    ...orderWords[state],
    receipt: {
      reference,
      product: (payment?.item ?? product).name,
      paid: payment && formatMoney(payment.amountAtom, product.currency),
    },
    pay: state === 'open' && `/script-tag/orders/${id}`,
    again: state === 'processing',
  });
}

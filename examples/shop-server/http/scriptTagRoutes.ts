import { Hono } from 'hono';
import { formatMoney } from '../client/formatMoney.ts';
import { orderWords } from '../client/orderWords.ts';
import { confirmOrder } from '../orders/confirmOrder.ts';
import type { Order } from '../orders/Order.ts';
import { products } from '../orders/products.ts';
import type { Shop } from '../orders/Shop.ts';
import { startOrder } from '../orders/startOrder.ts';
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
    const found = shop.orders.get(c.req.param('id'));
    if (!found || found.visitorId !== visitorCookie.read(c)) {
      return renderPage(c, 'script-tag/success.html', orderWords.unknown, 404);
    }
    const order = await confirmOrder(shop, found);
    if (order.state !== 'open' || !order.session) {
      return renderPage(c, 'script-tag/success.html', resultOf(order));
    }
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
    const order = findOwnOrder(shop, c, c.req.query('session_id') ?? '');
    if (!order) return renderPage(c, 'script-tag/success.html', orderWords.unknown, 404);
    return renderPage(c, 'script-tag/success.html', resultOf(await confirmOrder(shop, order)));
  });

  return routes;
}

function resultOf({ id, state, reference, product, payment }: Order) {
  const paid = payment && formatMoney(payment.amountAtom, product.currency);
  return {
    ...orderWords[state],
    receipt: { reference, product: product.name, paid },
    pay: state === 'open' && `/script-tag/orders/${id}`,
    again: state === 'processing',
  };
}

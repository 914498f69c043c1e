import type { Order, Storefront } from './Order.ts';
import type { Item, Product } from './products.ts';
import { confirmOrder } from './confirmOrder.ts';
import type { Shop } from './Shop.ts';

interface OrderRequest {
  readonly visitorId: string;
  readonly storefront: Storefront;
  readonly product: Product;
}

/** Gives the shopper's open order for this product, or a new one; either with a checkout session that can be paid. */
export async function startOrder(shop: Shop, request: OrderRequest): Promise<StartedOrder> {
  const { visitorId, storefront, product } = request;
  const { fallbacks } = product;
  // A reload, a second tab or a way back from the checkout must not become a second order.
  const open = shop.orders.findOpen(visitorId, storefront, product);
  const known = open && (await confirmOrder(shop, open));
  if (known?.session && (known.state === 'open' || known.state === 'processing')) {
    return { ...known, session: known.session };
  }
  // An order whose session could not be made is tried again under its own key: never two sessions for one order.
  const order = known && !known.session ? known : shop.orders.add(request);
  const session = await shop.paymentkit.createSession(
    {
      line_items: linesOf(product),
      ...(fallbacks && {
        cascade_line_items: fallbacks.map((item) => ({ line_items: linesOf(item) })),
      }),
      custom_fields: { order_id: order.reference },
      ...returnAddresses(shop, order),
    },
    order.id,
  );
  const { id, url } = session;
  shop.orders.attachSession(order.id, { id, url });
  return { ...order, session: { id, url } };
}

export type StartedOrder = Order & {
  readonly session: { readonly id: string; readonly url: string };
};

const linesOf = ({ priceId }: Item) => [{ price_id: priceId, quantity: 1 }];

/** PaymentKit puts the session's id where the braces are, so they must reach it unencoded: no `URL` here. */
function returnAddresses({ origin }: Shop, order: Order) {
  const success = `${origin}/${order.storefront}/success?session_id={CHECKOUT_SESSION_ID}`;
  const back = {
    inline: `${origin}/inline/`,
    overlay: `${origin}/overlay/`,
    popup: `${origin}/popup/`,
    'custom-element': `${origin}/custom-element/`,
    'react-spa': `${origin}/react-spa/`,
    redirect: `${origin}/redirect/return?session_id={CHECKOUT_SESSION_ID}`,
    'script-tag': `${origin}/script-tag/orders/${order.id}`,
  };
  return { success_url: success, return_url: back[order.storefront] };
}

import { createShopApp } from '../createShopApp.ts';
import type { OrderView } from '../client/shopApi.ts';
import { confirmOpenOrders } from '../orders/confirmOpenOrders.ts';
import { createOrders, type Orders } from '../orders/createOrders.ts';
import type { Order } from '../orders/Order.ts';
import type { PaymentKitSettings } from '../paymentkit/createCall.ts';
import { createPaymentKit } from '../paymentkit/createPaymentKit.ts';

export interface Browser {
  request(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, body: unknown): Promise<Response>;
  /** Orders a product and gives the id of the session made for it. */
  order(product?: string): Promise<string>;
  confirm(sessionId: string): Promise<Response>;
  view(sessionId: string): Promise<OrderView>;
}

export interface TestShop {
  readonly origin: string;
  readonly orders: Orders;
  /** What the shop's job does once a minute. */
  readonly confirmOpenOrders: () => Promise<void>;
  readonly paid: readonly Order[];
  /** A browser with a cookie jar of its own. */
  browser(): Browser;
}

/** The whole shop without a socket, in front of a PaymentKit of the test's choice. */
export function createTestShop(settings: PaymentKitSettings, webhookSecret?: string): TestShop {
  const origin = 'http://localhost:4243';
  const orders = createOrders();
  const paid: Order[] = [];
  const paymentkit = createPaymentKit(settings);
  const onPaid = (order: Order) => paid.push(order);
  const shop = { origin, orders, paymentkit, webhookSecret: () => webhookSecret, onPaid };
  const app = createShopApp(shop, settings.url);

  const browser = (): Browser => {
    let cookie = '';
    const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
      const headers = new Headers({ host: 'localhost:4243', cookie, ...headersOf(init) });
      const response = await app.request(`${origin}${path}`, { ...init, headers });
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
      return response;
    };
    const post = (path: string, body: unknown) =>
      request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify(body),
      });
    return {
      request,
      post,
      async order(product = 'premium-kit') {
        const response = await post('/api/orders', { product, storefront: 'inline' });
        const { url } = (await response.json()) as { url: string };
        return sessionOf(orders, url);
      },
      confirm: (sessionId) =>
        post('/api/completion', { session_id: sessionId, state: 'completed' }),
      async view(sessionId) {
        const response = await request(`/api/order?session_id=${sessionId}`);
        return (await response.json()) as OrderView;
      },
    };
  };
  return { origin, orders, paid, browser, confirmOpenOrders: () => confirmOpenOrders(shop) };
}

const headersOf = ({ headers }: RequestInit) => Object.fromEntries(new Headers(headers));

function sessionOf(orders: Orders, url: string): string {
  const session = orders.all().find((order) => order.session?.url === url)?.session;
  if (!session) throw new Error('The shop made no order for this checkout.');
  return session.id;
}

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createShopApp } from './createShopApp.ts';
import { everyMinute } from './everyMinute.ts';
import { confirmOpenOrders } from './orders/confirmOpenOrders.ts';
import { createOrders } from './orders/createOrders.ts';
import type { Order } from './orders/Order.ts';
import { createPaymentKit } from './paymentkit/createPaymentKit.ts';
import { createWebhookSubscription } from './paymentkit/createWebhookSubscription.ts';

export interface ShopServerOptions {
  readonly paymentkitUrl: string;
  readonly accountId: string;
  readonly secretKey: string;
  /** Called once for each order that was paid. */
  readonly onPaid?: (order: Order) => void;
}

export interface ShopServer {
  /** Resolves with the shop's origin. Port 0 takes a free one. */
  listen(options?: { readonly port?: number }): Promise<string>;
  close(): Promise<void>;
}

/** Alder Press, the merchant of the examples: its pages, its orders, and its side of PaymentKit. */
export function createShopServer(options: ShopServerOptions): ShopServer {
  const { paymentkitUrl, accountId, secretKey, onPaid = () => undefined } = options;
  const paymentkit = createPaymentKit({ url: paymentkitUrl, accountId, secretKey });
  const server = createServer();
  let endJob = (): void => undefined;

  return {
    async listen({ port = 0 } = {}) {
      const origin = `http://localhost:${String(await bind(server, port))}`;
      const webhooks = createWebhookSubscription(paymentkit, `${origin}/webhooks/paymentkit`);
      const webhookSecret = webhooks.secret;
      const shop = { origin, orders: createOrders(), paymentkit, webhookSecret, onPaid };
      endJob = everyMinute(async () => {
        await webhooks.ensure();
        await confirmOpenOrders(shop);
      });
      const listener = getRequestListener(createShopApp(shop, paymentkitUrl).fetch);
      server.on('request', (request, response) => void listener(request, response));
      await webhooks.ensure();
      return origin;
    },
    async close() {
      endJob();
      server.closeAllConnections();
      await new Promise<void>((resolve) =>
        server.close(() => {
          resolve();
        }),
      );
    },
  };
}

function bind(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

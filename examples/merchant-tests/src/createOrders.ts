import { verifyWebhook } from 'paymentkit-js/webhooks';

/** The session of an order, as the shop's server needs it. */
interface Session {
  readonly id: string;
  readonly url: string;
  readonly state: string;
}

const sessions = 'https://api.paymentkit.com/api/acc_test/checkout-sessions';

async function ask(path: string, body?: object): Promise<Session> {
  const response = await fetch(sessions + path, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: 'Bearer sk_test_demo', 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`PaymentKit answered ${response.status}.`);
  return (await response.json()) as Session;
}

/** The part of the shop's server that knows PaymentKit: it makes sessions and believes webhooks. */
export function createOrders(webhookSecret: () => string) {
  const paid = new Set<string>();
  return {
    paid: paid as ReadonlySet<string>,
    startPayment: (order: string) =>
      ask('', {
        line_items: [{ price_id: 'price_premium', quantity: 1 }],
        success_url: `https://shop.example/orders/${order}/thanks`,
        return_url: `https://shop.example/orders/${order}`,
      }),
    /** The webhook says that something happened; the session says what. */
    async receive(request: Request): Promise<Response> {
      const body = await request.text();
      const event = await verifyWebhook(body, request.headers, webhookSecret()).catch(() => null);
      if (!event) return new Response(null, { status: 400 });
      if (event.type === 'checkout_session.completed') {
        const { id, state } = await ask(`/${event.data.object.id}`);
        if (state === 'completed') paid.add(id);
      }
      return new Response(null, { status: 204 });
    },
  };
}

import { Hono } from 'hono';
import { isPaymentKitError, verifyWebhook, type WebhookEvent } from 'paymentkit-js/webhooks';
import { confirmOrder } from '../orders/confirmOrder.ts';
import type { Shop } from '../orders/Shop.ts';

/** What says that a request is not from PaymentKit. */
const forged = ['signature_missing', 'signature_mismatch', 'timestamp_out_of_range'];

/** Where PaymentKit tells the shop what happened, also of shoppers who paid and never came back. */
export function webhookRoutes(shop: Shop): Hono {
  const routes = new Hono();
  // In a database: a table whose key is the event's id.
  const done = new Set<string>();

  routes.post('/paymentkit', async (c) => {
    const secret = shop.webhookSecret();
    // A 5xx has the delivery come again, and by then we may know what it is to be signed with.
    if (secret === undefined) return c.json({ error: 'not_ready' }, 503);
    // The raw body: what a framework has parsed is no longer what was signed.
    const event = await verify(await c.req.text(), c.req.raw.headers, secret);
    if (!event) return c.json({ error: 'not_verified' }, 400);
    if (!done.has(event.id)) await settle(shop, event);
    // Only now: an event that we failed to act on comes again.
    done.add(event.id);
    return c.body(null, 204);
  });

  return routes;
}

/** The event, or nothing when anybody but PaymentKit may have sent it. */
async function verify(body: string, headers: Headers, secret: string) {
  try {
    return await verifyWebhook(body, headers, secret);
  } catch (error) {
    // Anything else is a fault of ours, answered with 500: the delivery comes again when it is repaired.
    if (!isPaymentKitError(error) || !forged.includes(error.code)) throw error;
    console.warn(`A webhook was refused: ${error.code}.`);
    return undefined;
  }
}

/**
 * A reason to look, not a proof: what was paid is read with the secret key, as after a completion post. That is one
 * request of 8 seconds at most; PaymentKit waits 15 for our answer. Where settling takes longer, queue it.
 */
async function settle(shop: Shop, event: WebhookEvent): Promise<void> {
  if (event.type !== 'checkout_session.completed') return;
  const order = shop.orders.findBySession(event.data.object.id);
  if (order) await confirmOrder(shop, order);
}

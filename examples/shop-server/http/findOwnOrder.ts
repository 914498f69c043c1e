import type { Context } from 'hono';
import type { Order } from '../orders/Order.ts';
import type { Shop } from '../orders/Shop.ts';
import { visitorCookie } from './visitorCookie.ts';

/**
 * The order that we made this session for, if it is this browser's. Whoever opens a link with someone else's session
 * id, or with one that was never ours, gets the same answer: nothing.
 */
export function findOwnOrder(shop: Shop, c: Context, sessionId: string): Order | undefined {
  const order = shop.orders.findBySession(sessionId);
  return order && order.visitorId === visitorCookie.read(c, shop.origin) ? order : undefined;
}

import { PaymentKitUnavailable } from '../paymentkit/PaymentKitUnavailable.ts';
import { confirmOrder } from './confirmOrder.ts';
import type { Order } from './Order.ts';
import type { Shop } from './Shop.ts';

/**
 * Looks at every order that is not settled yet: a shopper may pay and close the browser before any page could tell us.
 * A webhook tells us at once; this job finds what a webhook missed.
 */
export async function confirmOpenOrders(shop: Shop): Promise<void> {
  const open = shop.orders.all().filter(({ state }) => state === 'open' || state === 'processing');
  // One after another, so that a job never crowds out the shoppers.
  for (const order of open) await lookAt(shop, order);
}

/** One order that cannot be read keeps no other from being settled: the next run asks again. */
async function lookAt(shop: Shop, order: Order): Promise<void> {
  try {
    await confirmOrder(shop, order);
  } catch (error) {
    // A job must not end the shop.
    if (!(error instanceof PaymentKitUnavailable)) console.error(error);
  }
}

import { PaymentKitUnavailable } from '../paymentkit/PaymentKitUnavailable.ts';
import { confirmOrder } from './confirmOrder.ts';
import type { Shop } from './Shop.ts';

/**
 * Looks at every order that is not settled yet: a shopper may pay and close the browser before any page could tell us.
 * A webhook tells us at once; this job finds what a webhook missed.
 */
export async function confirmOpenOrders(shop: Shop): Promise<void> {
  const open = shop.orders.all().filter(({ state }) => state === 'open' || state === 'processing');
  try {
    // One after another, so that a job never crowds out the shoppers.
    for (const order of open) await confirmOrder(shop, order);
  } catch (error) {
    // The next run asks again. A job must not end the shop.
    if (!(error instanceof PaymentKitUnavailable)) console.error(error);
  }
}

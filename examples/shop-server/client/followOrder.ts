import { findElement } from './findElement.ts';
import { shopApi, type OrderView } from './shopApi.ts';
import { showOrder } from './showOrder.ts';

/** Shows what the shop's server knows of an order, and goes on asking while the bank has not answered. */
export async function followOrder(sessionId: string): Promise<OrderView | undefined> {
  const again = findElement('check', HTMLButtonElement);
  again.hidden = true;
  for (const seconds of [2, 4, 8, 15, 15, 15, 15]) {
    const order = await askShop(sessionId);
    showOrder(order);
    if (order === 'unreachable') break;
    if (order === 'unknown') return undefined;
    if (order.state !== 'processing') return order;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  }
  // Nothing is decided yet: from here on the shopper decides when to ask.
  again.hidden = false;
  await new Promise((resolve) => {
    again.addEventListener('click', resolve, { once: true });
  });
  return await followOrder(sessionId);
}

const askShop = async (sessionId: string): Promise<OrderView | 'unknown' | 'unreachable'> => {
  try {
    return (await shopApi.readOrder(sessionId)) ?? 'unknown';
  } catch {
    return 'unreachable';
  }
};

import { createShopServer } from './createShopServer.ts';
import type { Order } from './orders/Order.ts';
import { shippingNote } from './orders/shippingNote.ts';
import { readSettings } from './readSettings.ts';

const settings = readSettings(process.env);
const shop = createShopServer({ ...settings, onPaid: shipOrder });

try {
  console.log(`Listening on ${await shop.listen({ port: settings.port })}`);
} catch (error) {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (!isTaken) throw error;
  console.error(
    `Failed to start the shop: port ${String(settings.port)} is taken. Set EXAMPLES_PORT to another one.`,
  );
  process.exitCode = 1;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void shop.close());

function shipOrder(order: Order): void {
  console.log(shippingNote(order));
}

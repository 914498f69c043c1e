/** @jest-environment node */
import { beforeEach, expect, test } from '@jest/globals';
import { setupMockPaymentKit } from 'paymentkit-mock-server/node';
import { createOrders } from './createOrders.ts';

let secret = '';
const orders = createOrders(() => secret);
const { control } = setupMockPaymentKit({ deliver: (request) => orders.receive(request) });

beforeEach(async () => {
  ({ secret } = await control.webhooks.endpoint('https://shop.example/webhooks', [
    'checkout_session.completed',
  ]));
});

test('an order is paid once PaymentKit has told the shop, and the shop has looked', async () => {
  const { id, url } = await orders.startPayment('AP-1001');
  expect(url).toContain('/checkout/cst_');
  await control.settle(id, { outcome: 'decline', decline_code: 'insufficient_funds' });
  await control.webhooks.deliveries();
  expect(orders.paid.has(id)).toBe(false);
  await control.settle(id, 'complete');
  await control.webhooks.deliveries();
  expect(orders.paid.has(id)).toBe(true);
});

test('a webhook that somebody else has signed pays nothing', async () => {
  const { id } = await orders.startPayment('AP-1002');
  await control.webhooks.fault('bad_signature');
  await control.settle(id, 'complete');
  const [refused] = await control.webhooks.deliveries();
  expect(refused).toMatchObject({ event_type: 'checkout_session.completed', response_status: 400 });
  expect(orders.paid.has(id)).toBe(false);
  await control.webhooks.replay(refused?.id ?? '');
  expect(orders.paid.has(id)).toBe(true);
});

import { expect, it } from 'vitest';
import { createFakePaymentKit } from './testing/createFakePaymentKit.ts';
import { createTestShop } from './testing/createTestShop.ts';

const open = () => {
  const paymentkit = createFakePaymentKit();
  const { fetch } = paymentkit;
  const url = 'http://127.0.0.1:4242';
  const settings = { url, accountId: 'acc_dev_demo', secretKey: 'sk_test_demo', fetch };
  const shop = createTestShop(settings);
  return { paymentkit, shop, browser: shop.browser() };
};

it('an order asks for one session, though two clicks come at once', async () => {
  const { paymentkit, shop, browser } = open();
  await browser.order('basic-kit');
  const click = () => browser.post('/api/orders', { product: 'premium-kit', storefront: 'inline' });
  await Promise.all([click(), click()]);
  expect(shop.orders.all()).toHaveLength(2);
  expect(new Set(paymentkit.keys)).toEqual(new Set(shop.orders.all().map(({ id }) => id)));
});

it('an order stays paid when an answer from before the payment comes last (threat 58)', async () => {
  const { paymentkit, shop, browser } = open();
  const session = await browser.order();
  paymentkit.change(session, { state: 'processing' });
  const { asked, release } = paymentkit.hold();
  const late = browser.confirm(session);
  await asked;
  paymentkit.change(session, { state: 'completed' });
  expect((await browser.confirm(session)).status).toBe(200);
  release();
  expect(await (await late).json()).toMatchObject({ state: 'paid' });
  expect(await browser.view(session)).toMatchObject({ state: 'paid' });
  expect(shop.paid).toHaveLength(1);
});

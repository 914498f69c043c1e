import { expect } from '@playwright/test';
import { test as base } from 'paymentkit-mock-server/playwright';
import { startShop } from '../fixtures/startShop.ts';

/** The shop in front of the mock server, in an account that no other test sees. */
const test = base.extend<{ shop: Awaited<ReturnType<typeof startShop>> }>({
  shop: async ({ paymentkit }, use) => {
    const shop = await startShop({
      createSession: (addresses) => paymentkit.createSession({ ...addresses }),
      async isCompleted(id) {
        const session = await paymentkit.control.request('GET', `/checkout-sessions/${id}`);
        return (session as { state: string }).state === 'completed';
      },
    });
    await use(shop);
    await shop.close();
  },
});

test('an order is paid, and the shop’s server has checked it', async ({
  page,
  paymentkit,
  shop,
}) => {
  await page.goto(shop.origin);
  await paymentkit.pay();
  await expect(page.getByRole('status')).toHaveText('Thank you. Your order is paid.');
  expect(shop.paid).toHaveLength(1);
});

test('a declined card can be followed by another', async ({ page, paymentkit, shop }) => {
  await page.goto(shop.origin);
  await paymentkit.decline();
  await expect(page.getByRole('status')).toHaveText('Your card was declined. Try another one.');
  expect(shop.paid).toHaveLength(0);
  await paymentkit.pay();
  await expect(page.getByRole('status')).toHaveText('Thank you. Your order is paid.');
  expect(shop.paid).toHaveLength(1);
});

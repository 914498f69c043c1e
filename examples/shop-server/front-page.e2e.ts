import { resizeTo } from '../../e2e/harness/appearance/resizeTo.ts';
import { withServers } from '../../e2e/harness/servers/withServers.ts';
import { createShopServer } from './createShopServer.ts';
import { expect, test } from '../fixtures/shop.ts';

test('the front page leads to every example and is accessible', async ({
  page,
  shop,
  expectAccessible,
}) => {
  await page.goto(shop.origin.replace('localhost', '127.0.0.1'));
  await expect(page).toHaveURL(`${shop.origin}/`);
  await expectAccessible(page, 'always in the dark');
  for (const name of ['inline', 'overlay', 'popup', 'element', 'react', 'redirect', 'script tag']) {
    await page.getByRole('link', { name: `Open ${name}` }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByRole('link', { name: 'Alder Press' }).click();
  }
  await page.goto(`${shop.origin}/script-tag/orders/none`);
  await expectAccessible(page, 'always in the dark');
});

test('no page is wider than the screen', async ({ page, shop }) => {
  for (const path of [
    '/',
    '/inline/',
    '/overlay/',
    '/popup/',
    '/custom-element/',
    '/react-spa/',
    '/redirect/',
    '/script-tag/',
  ]) {
    await page.goto(`${shop.origin}${path}`);
    for (const width of [320, 480, 1280]) {
      await resizeTo(page, width, 800);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${path} at ${String(width)}`).toBeLessThanOrEqual(0);
    }
  }
});

withServers('every page says what is wrong while PaymentKit is down', async ({ page }) => {
  // Nobody listens on the discard port.
  const server = createShopServer({
    paymentkitUrl: 'http://127.0.0.1:9',
    accountId: 'acc_dev_demo',
    secretKey: 'sk_test_demo',
  });
  const origin = await server.listen();
  await page.goto(origin);
  await expect(page.getByRole('alert')).toContainText('does not answer');

  await page.goto(`${origin}/inline/`);
  await page.getByRole('button', { name: 'Order the kit' }).click();
  await expect(page.getByText('The checkout could not be loaded')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await page.getByRole('button', { name: 'Change the order' }).click();

  await page.goto(`${origin}/redirect/`);
  await page.getByRole('button', { name: /^Book a seat/ }).click();
  await expect(page.getByRole('status')).toContainText('You have not been charged');
  await expect(page.getByRole('button', { name: 'Book a seat for $20.00' })).toBeEnabled();

  await page.goto(`${origin}/script-tag/`);
  await page.getByRole('button', { name: 'Order the kit' }).click();
  await expect(page.getByRole('heading', { name: 'The checkout cannot be reached' })).toBeVisible();
  await server.close();
});

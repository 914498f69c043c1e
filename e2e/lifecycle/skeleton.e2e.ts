import type { Page } from '@playwright/test';
import { resizeTo } from '../harness/appearance/resizeTo.ts';
import { expect, test } from '../harness/test.ts';

/** Where the boxes begin, from the top of the page. */
const tops = (page: Page, boxes: string) =>
  page
    .locator(boxes)
    .evaluateAll((elements) =>
      elements.map((element) => Math.round(element.getBoundingClientRect().top)),
    );

test('the form takes the places that its skeleton held, and no amount breaks', async ({
  account,
  page,
  servers: { pay },
}) => {
  const product_id = await account.create('products', { name: 'Press' });
  const price = { product_id, currency: 'usd', unit_amount_atom: 11_040_082_470 };
  const price_id = await account.create('prices', price);
  const session = await account.createSession({ line_items: [{ price_id, quantity: 1 }] });
  const address = `${pay}/checkout/${session.secure_token}`;
  let answer = (): void => undefined;
  const asked = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/api/checkout/session', async (route) => {
    await asked;
    await route.continue();
  });
  await page.setViewportSize({ width: 480, height: 900 });
  await page.goto(address);
  const held = await tops(page, '.sk.h2, .sk.h3');
  expect(held).toHaveLength(9);
  answer();
  await expect(page.getByRole('button', { name: 'Pay $110,400,824.70' })).toBeVisible();
  expect(await tops(page, '.sum .num, .test, .field input, .main')).toEqual(held);

  await resizeTo(page, 320, 900);
  await page.goto(`${address}?locale=ar`);
  const amount = page.getByRole('heading', { level: 1 }).locator('.num');
  await expect(amount).toHaveText(/^110,400,824\.70\sUS\$$/);
  expect(await amount.evaluate((element) => element.getClientRects().length)).toBe(1);
});

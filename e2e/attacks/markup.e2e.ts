import type { Page } from '@playwright/test';
import { payWith } from '../harness/payWith.ts';
import { continueToShop } from '../harness/receipt.ts';
import { expect, test } from '../harness/test.ts';

const image = '<img src=x onerror="window.owned = 1">';
const script = `"'></title><script>window.owned = 1</script>{{7*7}}\${7*7}`;

/** What ran, was built from markup, or was reported as tried. */
function watch(page: Page): { found(): Promise<unknown[]> } {
  const reports: string[] = [];
  page.on('console', (message) => {
    if (/content security|trusted type/i.test(message.text())) reports.push(message.text());
  });
  page.on('pageerror', (error) => reports.push(error.message));
  page.on('dialog', (dialog) => reports.push(dialog.message()));
  const built = () =>
    page.evaluate(() => [
      'owned' in window,
      document.querySelectorAll('img[src="x"], body script:not([src]):not([type])').length,
    ]);
  return { found: async () => [...reports, ...(await built())] };
}

const nothing = [false, 0];

test('markup in all that a merchant names is text on the hosted page and in the dashboard (threat 20)', async ({
  account,
  page,
  servers,
}) => {
  const shop = new URL(servers.site.url('shop')).origin;
  const product_id = await account.create('products', { name: image, description: script });
  const price_id = await account.create('prices', {
    product_id,
    currency: 'usd',
    unit_amount_atom: 1900,
  });
  const customer_id = await account.create('customers', { email: 'a@b.example', name: image });
  await account.create('webhook-endpoints', {
    url: `http://localhost:9/?${image.replaceAll(' ', '%20')}`,
  });
  const session = await account.createSession({
    line_items: [{ price_id, quantity: 2 }],
    customer_id,
    custom_fields: { order_id: image, campaign: script },
    success_url: `${shop}/success?s={CHECKOUT_SESSION_ID}&m=${encodeURIComponent(image)}`,
    return_url: `${shop}/cart?"><img/src=x>`,
  });
  const watched = watch(page);

  await page.goto(`${session.url}?locale=${encodeURIComponent(script)}`);
  await expect(page.getByText(image).first()).toBeVisible();
  expect(await watched.found()).toEqual(nothing);
  await payWith(page);
  await expect(page.getByText(image).first()).toBeVisible();
  expect(await watched.found()).toEqual(nothing);
  await continueToShop(page);
  await page.waitForURL(/\/success/);

  const dashboard = `${servers.pay}/dashboard/${account.id}`;
  const loaded = async (screen: string): Promise<void> => {
    await page.goto(`${dashboard}/${screen}`);
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  };
  for (const screen of [`checkout-sessions/${session.id}`, 'customers', 'catalogue']) {
    await loaded(screen);
    await expect(page.getByText(image).first(), screen).toBeVisible();
    expect(await watched.found(), screen).toEqual(nothing);
  }
  const named = encodeURIComponent(image);
  for (const screen of [
    `requests?filter=${named}`,
    named,
    `events/${named}`,
    `payments/${named}`,
  ]) {
    await loaded(screen);
    expect(await watched.found(), screen).toEqual(nothing);
  }
});

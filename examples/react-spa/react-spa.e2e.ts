import type { Page } from '@playwright/test';
import { bundleForDevelopment } from '../fixtures/bundleForDevelopment.ts';
import { cards, payWith } from '../../e2e/harness/payWith.ts';
import { continueToShop } from '../../e2e/harness/receipt.ts';
import { expect, test } from '../fixtures/shop.ts';

const thanks = 'Thank you, your order is paid';

/** How many frames the page had after each change of the route, to the checkout and back. */
const changeRoutes = (page: Page, changes: number): Promise<number[]> =>
  page.evaluate(async (times) => {
    const follow = (selector: string): void =>
      document.querySelector<HTMLElement>(selector)?.click();
    const seen: number[] = [];
    for (let change = 0; change < times; change++) {
      follow(
        change % 2 === 0
          ? 'a[href$="/pay/basic-kit"]'
          : 'main a[href$="/react-spa"], main a[href$="/react-spa/"]',
      );
      // Some changes come in the middle of the handshake, some before there is a frame.
      await new Promise((resolve) => setTimeout(resolve, (change % 4) * 30));
      seen.push(document.querySelectorAll('iframe').length);
    }
    return seen;
  }, changes);

/** Counts what the page listens for, once everything that nobody holds is gone. */
async function countListeners(page: Page): Promise<() => Promise<number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  return async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSEventListeners')?.value ?? Number.NaN;
  };
}

test.describe('the shop as a React app', () => {
  test.beforeEach(async ({ page, shop }) => {
    await page.goto(`${shop.origin}/react-spa/`);
  });

  test('takes a payment in the page and goes on without loading another (4: 6, 9)', async ({
    page,
    shop,
    expectAccessible,
  }) => {
    await expectAccessible(page);
    await page.evaluate(() => document.body.setAttribute('data-loaded', 'once'));
    await page.getByRole('link', { name: 'Order the Premium print kit' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    const checkout = page.frameLocator('iframe');
    await payWith(checkout, cards.declined);
    await expect(checkout.getByText('Your card was declined')).toBeVisible();
    await payWith(checkout, cards.visa);
    await expect(page.getByRole('heading', { name: thanks })).toBeFocused();
    await expect(page).toHaveURL(/\/react-spa\/success\?session_id=cs_/);
    await expect(page.locator('body[data-loaded="once"] iframe')).toHaveCount(0);
    expect(shop.paid).toMatchObject([{ state: 'paid', payment: { amountAtom: 4900 } }]);
  });

  test('takes a payment over the page', async ({ page, shop }) => {
    await page.getByRole('button', { name: 'Buy now: Basic print kit' }).click();
    const email = page.frameLocator('paymentkit-overlay iframe').getByLabel('Email');
    await expect(email).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByText('You closed the checkout.')).toBeVisible();
    await page.getByRole('button', { name: 'Buy now: Basic print kit' }).click();
    await payWith(page.frameLocator('paymentkit-overlay iframe'), cards.visa);
    await expect(page.getByRole('heading', { name: thanks })).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(shop.paid).toHaveLength(1);
  });

  test('sends the shopper to a page of its own, and takes them back', async ({ page, shop }) => {
    await page.getByRole('link', { name: 'Order the Standard print kit' }).click();
    // A browser whose page leaves for the site of a frame that is only being made there may show it with no size at all.
    await page.frameLocator('iframe').getByLabel('Email', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Pay on a page of its own' }).click();
    await expect(page).toHaveURL(/\/checkout\/cst_/);
    await payWith(page, cards.visa);
    await continueToShop(page);
    await expect(page.getByRole('heading', { name: thanks })).toBeVisible();
    await expect(page).toHaveURL(/\/react-spa\/success\?session_id=cs_/);
    expect(shop.paid).toHaveLength(1);
  });

  test('twenty route changes while the checkout boots leave one frame, or none, and nothing else (1D react-stripe-js; 4: 5, 28)', async ({
    page,
    shop,
  }) => {
    const said: string[] = [];
    page.on('console', (message) => {
      // What the hosted page or the browser says of it is another matter.
      const isOurs = message.location().url.startsWith(shop.origin);
      if (isOurs && ['error', 'warning'].includes(message.type())) said.push(message.text());
    });
    const body = await bundleForDevelopment();
    await page.route('**/react-spa/assets/*.js', (route) =>
      route.fulfill({ body, contentType: 'text/javascript' }),
    );
    await page.reload();
    await page.getByRole('link', { name: 'Order the Basic print kit' }).waitFor();
    const listeners = await countListeners(page);

    // What React keeps of the view before is there from the first changes on.
    await changeRoutes(page, 4);
    await expect(page.locator('iframe')).toHaveCount(0);
    const before = await listeners();
    expect(Math.max(...(await changeRoutes(page, 20)))).toBeLessThanOrEqual(1);
    await expect(page.locator('iframe')).toHaveCount(0);
    await expect.poll(() => page.frames()).toHaveLength(1);
    await expect.poll(listeners).toBeLessThanOrEqual(before);

    await page.getByRole('link', { name: 'Order the Basic print kit' }).click();
    await payWith(page.frameLocator('iframe'), cards.visa);
    await expect(page.getByRole('heading', { name: thanks })).toBeVisible();
    expect(said).toEqual([]);
  });
});

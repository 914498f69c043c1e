import type { Page } from '@playwright/test';
import { cards, payWith } from '../../e2e/harness/payWith.ts';
import { continueToShop, readReceipt } from '../../e2e/harness/receipt.ts';
import { expect, test } from '../fixtures/shop.ts';

const order = async (page: Page) => {
  await page.getByRole('radio', { name: 'Standard print kit' }).check();
  await page.getByRole('button', { name: 'Order the kit' }).click();
  await expect(page.getByRole('heading', { name: 'Your order', exact: true })).toBeVisible();
};

const pay = async (page: Page, paymentkitUrl: string, card: string) => {
  await page.getByRole('link', { name: 'Pay $19.00' }).click();
  await page.waitForURL(`${paymentkitUrl}/checkout/**`);
  await payWith(page, card);
};

const expectThanks = async (page: Page) => {
  await page.waitForURL('**/script-tag/success?session_id=cs_*');
  await expect(page.getByRole('heading', { name: 'Thank you, your order is paid' })).toBeVisible();
  await expect(page.getByText('$19.00')).toBeVisible();
};

test.describe('the script-tag shop', () => {
  test.beforeEach(async ({ page, shop }) => {
    await page.goto(`${shop.origin}/script-tag/`);
  });

  test('keeps the order after a decline, takes a payment by its link and checks it on the server', async ({
    page,
    shop,
    paymentkitUrl,
  }) => {
    await page.clock.install();
    await order(page);
    // The script is async: it may come after the page.
    await page.waitForFunction(() => 'PaymentKit' in window);
    await pay(page, paymentkitUrl, cards.declined);
    await expect(page.getByText('Your card was declined')).toBeVisible();
    await payWith(page, cards.visa);
    // Left alone, the receipt goes back to the shop by itself.
    await readReceipt(page);
    await expectThanks(page);
    expect(shop.paid).toHaveLength(1);
  });

  test('comes back to the order by Cancel and by Back', async ({ page, shop, paymentkitUrl }) => {
    await order(page);
    const address = page.url();
    await page.getByRole('link', { name: 'Pay $19.00' }).click();
    await page.getByRole('button', { name: 'Cancel and return to Alder Press' }).click();
    await page.waitForURL(address);
    await page.getByRole('link', { name: 'Pay $19.00' }).click();
    await page.waitForURL(`${paymentkitUrl}/checkout/**`);
    await page.goBack({ waitUntil: 'commit' });
    await expect(page).toHaveURL(address);
    await pay(page, paymentkitUrl, cards.visa);
    await continueToShop(page);
    await expectThanks(page);
    expect(shop.paid).toHaveLength(1);
  });

  test('says the same on a reload and in another tab, and nothing to a stranger', async ({
    page,
    shop,
    browser,
    context,
    paymentkitUrl,
  }) => {
    await order(page);
    const address = page.url();
    const other = await context.newPage();
    await other.goto(address);
    await pay(page, paymentkitUrl, cards.visa);
    await continueToShop(page);
    await expectThanks(page);
    await page.reload();
    await expectThanks(page);
    await other.reload();
    await expect(
      other.getByRole('heading', { name: 'Thank you, your order is paid' }),
    ).toBeVisible();
    expect(shop.paid).toHaveLength(1);

    const stranger = await browser.newPage();
    for (const url of [page.url(), address]) {
      expect((await stranger.goto(url))?.status()).toBe(404);
      await expect(stranger.getByText('AP-')).toHaveCount(0);
    }
    await stranger.context().close();
  });

  test('is paid just as well when the script is blocked', async ({ page, shop, paymentkitUrl }) => {
    await page.route('**/paymentkit.global.js', (route) => route.abort());
    await order(page);
    expect(await page.evaluate(() => 'PaymentKit' in window)).toBe(false);
    await pay(page, paymentkitUrl, cards.visa);
    await continueToShop(page);
    await expectThanks(page);
    expect(shop.paid).toHaveLength(1);
  });

  test('is accessible', async ({ page, expectAccessible, paymentkitUrl }) => {
    await expectAccessible(page);
    await order(page);
    await expectAccessible(page);
    await pay(page, paymentkitUrl, cards.visa);
    await continueToShop(page);
    await expectThanks(page);
    await expectAccessible(page);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the shop takes orders, its link opens the checkout, and the result is the truth', async ({
    page,
    shop,
    paymentkitUrl,
  }) => {
    await page.goto(`${shop.origin}/script-tag/`);
    await order(page);
    const address = page.url();
    await page.getByRole('link', { name: 'Pay $19.00' }).click();
    await page.waitForURL(`${paymentkitUrl}/checkout/**`);

    // The checkout itself needs JavaScript; how it ends comes from outside here.
    await page.goto(address);
    await expect(page.getByRole('link', { name: 'Pay $19.00' })).toBeVisible();
    await shop.settle('complete');
    await page.goto(address);
    await expect(
      page.getByRole('heading', { name: 'Thank you, your order is paid' }),
    ).toBeVisible();
    expect(shop.paid).toHaveLength(1);
  });
});

import type { Page } from '@playwright/test';
import { inWholeBrowser } from '../../e2e/harness/browser/inWholeBrowser.ts';
import { repeats } from '../../e2e/harness/repeats.ts';
import { cards, payWith } from '../../e2e/harness/payWith.ts';
import { continueToShop, readReceipt } from '../../e2e/harness/receipt.ts';
import { expectNoOrder } from '../fixtures/expectNoOrder.ts';
import { expect, test } from '../fixtures/shop.ts';

const book = async (page: Page, paymentkitUrl: string) => {
  await page.getByRole('button', { name: 'Book a seat for $20.00' }).click();
  await page.waitForURL(`${paymentkitUrl}/checkout/**`);
  await expect(page.getByRole('button', { name: 'Pay $20.00' })).toBeVisible();
};

const leave = async (page: Page) => {
  await page.getByRole('button', { name: 'Cancel and return to Alder Press' }).click();
  await page.waitForURL('**/redirect/return?session_id=cs_*');
  await expect(page.getByRole('heading', { name: 'Your order is not paid yet' })).toBeVisible();
};

const expectThanks = async (page: Page) => {
  await page.waitForURL('**/redirect/success?session_id=cs_*');
  await expect(page.getByRole('heading', { name: 'Thank you, your order is paid' })).toBeVisible();
  await expect(page.locator('#amount')).toHaveText('$20.00');
};

test.describe('the redirect shop', () => {
  test.beforeEach(async ({ page, shop }) => {
    await page.goto(`${shop.origin}/redirect/`);
  });

  test('sends the shopper to pay, keeps the order after a decline and checks it on the server', async ({
    page,
    shop,
    paymentkitUrl,
  }) => {
    await page.clock.install();
    await book(page, paymentkitUrl);
    await payWith(page, cards.declined);
    await expect(page.getByText('Your card was declined')).toBeVisible();
    await payWith(page, cards.visa);
    // Left alone, the receipt goes back to the shop by itself.
    await readReceipt(page);
    await expectThanks(page);
    expect(shop.paid).toHaveLength(1);
    expect(shop.paid[0]).toMatchObject({ state: 'paid', payment: { amountAtom: 2000 } });
  });

  test('goes on with the order that the shopper left', async ({ page, shop, paymentkitUrl }) => {
    await book(page, paymentkitUrl);
    await leave(page);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Your order is not paid yet' })).toBeVisible();
    await page.getByRole('button', { name: 'Continue to payment' }).click();
    await page.waitForURL(`${paymentkitUrl}/checkout/**`);
    await payWith(page, cards.visa);
    await continueToShop(page);
    await expectThanks(page);
    expect(shop.paid).toHaveLength(1);
  });

  test('says the same on a reload and in a tab that did not start it, and nothing to a stranger', async ({
    page,
    shop,
    browser,
    context,
    paymentkitUrl,
  }) => {
    await book(page, paymentkitUrl);
    await payWith(page, cards.visa);
    await continueToShop(page);
    await expectThanks(page);
    await page.reload();
    await expectThanks(page);
    const other = await context.newPage();
    await other.goto(page.url());
    await expectThanks(other);
    expect(shop.paid).toHaveLength(1);

    await expectNoOrder(browser, page.url());
  });

  test(
    'wakes its button when the shopper comes Back',
    inWholeBrowser,
    async ({ page, shop, paymentkitUrl }) => {
      await book(page, paymentkitUrl);
      await page.goBack({ waitUntil: 'commit' });
      await book(page, paymentkitUrl);
      await payWith(page, cards.visa);
      await continueToShop(page);
      await expectThanks(page);
      expect(shop.paid).toHaveLength(1);
    },
  );

  test(
    'takes one payment for one order in two tabs',
    repeats('examples/inline/inline.e2e.ts', 'takes one payment for one order in two tabs'),
    async ({ page, shop, context, paymentkitUrl }) => {
      const other = await context.newPage();
      await other.goto(`${shop.origin}/redirect/`);
      await book(page, paymentkitUrl);
      await book(other, paymentkitUrl);
      expect(other.url()).toBe(page.url());
      await payWith(page, cards.visa);
      await continueToShop(page);
      await expectThanks(page);
      // The other tab pays again, and learns that there is nothing left to pay.
      await other.bringToFront();
      await payWith(other, cards.visa);
      await expect(other.getByRole('heading', { name: 'This order is already' })).toBeVisible();
      expect(shop.paid).toHaveLength(1);
    },
  );

  test('says so when the checkout has expired, and starts anew', async ({
    page,
    shop,
    paymentkitUrl,
  }) => {
    await book(page, paymentkitUrl);
    await shop.settle('expire');
    await payWith(page, cards.visa);
    await page.getByRole('button', { name: 'Return to Alder Press' }).click();
    await expect(page.getByRole('heading', { name: 'This checkout has expired' })).toBeVisible();
    expect(shop.paid).toHaveLength(0);
    await page.getByRole('link', { name: 'Back to the shop' }).click();
    await book(page, paymentkitUrl);
  });

  test('is accessible', async ({ page, expectAccessible, paymentkitUrl }) => {
    await expectAccessible(page);
    await book(page, paymentkitUrl);
    await leave(page);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Continue to payment' }).click();
    await page.waitForURL(`${paymentkitUrl}/checkout/**`);
    await payWith(page, cards.visa);
    await continueToShop(page);
    await expectThanks(page);
    await expectAccessible(page);
  });
});

test('an address that somebody made up shows no order', async ({ page, shop }) => {
  for (const place of ['success', 'return', 'success?session_id=cs_dev_0000000000000000']) {
    await page.goto(`${shop.origin}/redirect/${place}`);
    await expect(
      page.getByRole('heading', { name: 'There is no order to show here' }),
    ).toBeVisible();
  }
});

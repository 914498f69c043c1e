import type { FrameLocator, Page } from '@playwright/test';
import { awaitShown } from '../../e2e/harness/awaitShown.ts';
import { cards, payWith } from '../../e2e/harness/payWith.ts';
import { expect, test } from '../fixtures/shop.ts';

/** Buys a kit, and gives the checkout that opens for it. */
async function buyKit(page: Page, kit = 'premium print kit'): Promise<FrameLocator> {
  await page.getByRole('button', { name: `Buy the ${kit}` }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  const checkout = page.frameLocator('paymentkit-overlay iframe');
  await expect(checkout.getByRole('button', { name: /^Pay / })).toBeVisible();
  await awaitShown(checkout);
  return checkout;
}

test.describe('the shop with an overlay', () => {
  test.beforeEach(async ({ page, shop }) => {
    await page.goto(`${shop.origin}/overlay/`);
  });

  test('takes a payment over the page and checks it on the server', async ({ page, shop }) => {
    const checkout = await buyKit(page);
    await payWith(checkout, cards.declined);
    await expect(checkout.getByText('Your card was declined')).toBeVisible();
    await payWith(checkout, cards.visa);
    await expect(page).toHaveURL(/\/overlay\/success\?session_id=cs_/);
    await expect(
      page.getByRole('heading', { name: 'Thank you, your order is paid' }),
    ).toBeVisible();
    expect(shop.paid).toHaveLength(1);
    expect(shop.paid[0]).toMatchObject({ state: 'paid', payment: { amountAtom: 4900 } });
  });

  test('goes on with the same order after the dialog was closed', async ({ page, shop }) => {
    const left = await buyKit(page, 'basic print kit');
    await expect(left.getByLabel('Email', { exact: true })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByText('You closed the checkout.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Buy the basic print kit' })).toBeFocused();

    const checkout = await buyKit(page, 'basic print kit');
    await checkout.getByRole('button', { name: 'Cancel and return to Alder Press' }).click();
    await expect(page.getByText('You left the checkout.')).toBeVisible();

    await payWith(await buyKit(page, 'basic print kit'), cards.visa);
    await expect(page.locator('#amount')).toHaveText('$9.00');
    expect(shop.paid).toHaveLength(1);
  });

  test('is accessible, with the dialog and without', async ({ page, expectAccessible }) => {
    await expectAccessible(page);
    await buyKit(page);
    await expectAccessible(page);
  });
});

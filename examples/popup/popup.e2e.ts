import type { Page } from '@playwright/test';
import { inWholeBrowser } from '../../e2e/harness/browser/inWholeBrowser.ts';
import { clickAndClose } from '../../e2e/harness/clickAndClose.ts';
import { cards, payWith } from '../../e2e/harness/payWith.ts';
import { expect, test } from '../fixtures/shop.ts';

/** Presses the button, and gives the window that opens. */
async function buyKit(page: Page): Promise<Page> {
  const opening = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Buy the kit' }).click();
  const checkout = await opening;
  await expect(checkout.getByRole('button', { name: /^Pay / })).toBeVisible();
  return checkout;
}

test.describe('the shop with a popup', () => {
  test.beforeEach(async ({ page, shop }) => {
    await page.goto(`${shop.origin}/popup/`);
  });

  test(
    'takes a payment in a window and checks it on the server',
    inWholeBrowser,
    async ({ page, shop }) => {
      const checkout = await buyKit(page);
      await payWith(checkout, cards.declined);
      await expect(checkout.getByText('Your card was declined')).toBeVisible();
      await payWith(checkout, cards.visa);
      await expect(page).toHaveURL(/\/popup\/success\?session_id=cs_/);
      await expect(
        page.getByRole('heading', { name: 'Thank you, your order is paid' }),
      ).toBeVisible();
      await expect.poll(() => checkout.isClosed()).toBe(true);
      expect(shop.paid).toHaveLength(1);
      expect(shop.paid[0]).toMatchObject({ state: 'paid', payment: { amountAtom: 1900 } });
    },
  );

  test('says where to finish, and goes on with the same order after the window was closed', async ({
    page,
    shop,
    expectAccessible,
  }) => {
    const checkout = await buyKit(page);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Finish in the other window' }).click();
    expect(page.context().pages()).toHaveLength(2);
    await checkout.close();
    await expect(page.getByText('You closed the checkout.')).toBeVisible();

    const again = await buyKit(page);
    await clickAndClose(again.getByRole('button', { name: 'Cancel and return to Alder Press' }));
    await expect(page.getByText('You left the checkout.')).toBeVisible();
    await expect.poll(() => again.isClosed()).toBe(true);

    await payWith(await buyKit(page), cards.visa);
    await expect(page).toHaveURL(/\/popup\/success/);
    await expect(page.locator('#amount')).toHaveText('$19.00');
    expect(shop.paid).toHaveLength(1);
  });
});

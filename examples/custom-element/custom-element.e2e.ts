import { cards, payWith } from '../../e2e/harness/payWith.ts';
import { expect, test } from '../fixtures/shop.ts';

test.describe('the shop with an element', () => {
  test.beforeEach(async ({ page, shop }) => {
    await page.goto(`${shop.origin}/custom-element/`);
  });

  test('takes a payment and checks it on the server', async ({ page, shop, expectAccessible }) => {
    const checkout = page.frameLocator('paymentkit-checkout iframe');
    await expect(checkout.getByRole('button', { name: 'Pay $49.00' })).toBeVisible();
    await expectAccessible(page);
    await payWith(checkout, cards.declined);
    await expect(page.getByText('The payment did not go through.')).toBeVisible();
    await payWith(checkout, cards.visa);
    await expect(page).toHaveURL(/\/custom-element\/success\?session_id=cs_/);
    await expect(
      page.getByRole('heading', { name: 'Thank you, your order is paid' }),
    ).toBeVisible();
    expect(shop.paid).toHaveLength(1);
  });

  test('pays after it was moved, kept alive, taken out and put back (fault 21)', async ({
    page,
    shop,
  }) => {
    const checkout = page.frameLocator('paymentkit-checkout iframe');
    const email = checkout.getByLabel('Email', { exact: true });
    await email.fill('robin@alder.example');
    await page.evaluate(() => {
      const element = document.querySelector('paymentkit-checkout');
      if (element) document.querySelector('main')?.moveBefore(element, null);
    });
    await expect(email).toHaveValue('robin@alder.example');

    await page.evaluate(() => {
      const element = document.querySelector('paymentkit-checkout');
      if (element) document.querySelector('section')?.append(element);
    });
    await expect(email).toHaveValue('');
    await expect(checkout.getByRole('button', { name: 'Pay $49.00' })).toBeVisible();

    await page.evaluate(async () => {
      const element = document.querySelector('paymentkit-checkout');
      element?.remove();
      await new Promise((resolve) => setTimeout(resolve));
      if (element) document.querySelector('section')?.append(element);
    });
    await payWith(checkout, cards.visa);
    await expect(page.locator('#amount')).toHaveText('$49.00');
    expect(shop.paid).toHaveLength(1);
  });
});

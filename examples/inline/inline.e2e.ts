import { cards, payWith } from '../../e2e/harness/payWith.ts';
import { expectNoOrder } from '../fixtures/expectNoOrder.ts';
import { expect, test } from '../fixtures/shop.ts';
import { expectThanks, orderKit } from './orderKit.ts';

test.describe('the inline shop', () => {
  test.beforeEach(async ({ page, shop }) => {
    await page.goto(`${shop.origin}/inline/`);
  });

  test('keeps the order after a decline, takes a payment in the page and checks it on the server', async ({
    page,
    shop,
  }) => {
    const checkout = await orderKit(page);
    await payWith(checkout, cards.declined);
    await expect(page.getByText('The payment did not go through.')).toBeVisible();
    await expect(checkout.getByText('Your card was declined')).toBeVisible();
    await payWith(checkout, cards.visa);
    await expectThanks(page, '$49.00');
    expect(shop.paid).toHaveLength(1);
    expect(shop.paid[0]).toMatchObject({ state: 'paid', payment: { amountAtom: 4900 } });
  });

  test('waits for the bank when it asks for confirmation', async ({ page, shop }) => {
    const checkout = await orderKit(page);
    await payWith(checkout, cards.challenge);
    const bank = checkout.frameLocator('iframe');
    await expect(bank.getByRole('button', { name: 'Approve' })).toBeVisible();
    expect(shop.paid).toHaveLength(0);
    await expect(page.getByRole('button', { name: 'Change the order' })).toBeDisabled();
    await bank.getByRole('button', { name: 'Approve' }).click();
    await expectThanks(page, '$49.00');
    expect(shop.paid).toHaveLength(1);
  });

  test('stays in the shop when the shopper cancels, and goes on with the same order', async ({
    page,
    shop,
  }) => {
    const checkout = await orderKit(page);
    await checkout.getByRole('button', { name: 'Cancel and return to Alder Press' }).click();
    await expect(page.getByText('You left the checkout. You have not been charged.')).toBeVisible();
    await expect(page.locator('iframe')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Order the kit' })).toBeFocused();
    await payWith(await orderKit(page), cards.visa);
    await expectThanks(page, '$49.00');
    expect(shop.paid).toHaveLength(1);
  });

  test('accepts the lower total of a promotion code', async ({ page, shop }) => {
    const checkout = await orderKit(page);
    await checkout.getByRole('button', { name: 'Add a promotion code' }).click();
    await checkout.getByLabel('Promotion code').fill('SAVE20');
    await checkout.getByRole('button', { name: 'Apply' }).click();
    await expect(checkout.getByRole('button', { name: 'Pay $39.20' })).toBeVisible();
    await payWith(checkout, cards.visa);
    await expectThanks(page, '$39.20');
    expect(shop.paid[0]?.payment?.amountAtom).toBe(3920);
  });

  test('shows another kit when the order is changed', async ({ page, shop }) => {
    await orderKit(page, 'Premium print kit');
    await page.getByRole('button', { name: 'Change the order' }).click();
    const checkout = await orderKit(page, 'Basic print kit');
    await expect(checkout.getByRole('button', { name: 'Pay $9.00' })).toBeVisible();
    await payWith(checkout, cards.visa);
    await expectThanks(page, '$9.00');
    expect(shop.paid.map(({ product }) => product.id)).toEqual(['basic-kit']);
  });

  test('says the same on a reload, nothing to a stranger, and takes another order', async ({
    page,
    shop,
    browser,
  }) => {
    await payWith(await orderKit(page), cards.visa);
    await expectThanks(page, '$49.00');
    await page.reload();
    await expectThanks(page, '$49.00');
    expect(shop.paid).toHaveLength(1);

    await expectNoOrder(browser, page.url());

    await page.goto(`${shop.origin}/inline/`);
    await payWith(await orderKit(page), cards.visa);
    await expectThanks(page, '$49.00');
    expect(shop.paid).toHaveLength(2);
  });

  test('takes one payment for one order in two tabs', async ({ page, shop, context }) => {
    const other = await context.newPage();
    await other.goto(`${shop.origin}/inline/`);
    const first = await orderKit(page);
    await orderKit(other);
    await payWith(first, cards.visa);
    await expectThanks(page, '$49.00');
    // The other tab hears of it, and there is nothing left to pay there.
    await expectThanks(other, '$49.00');
    expect(shop.paid).toHaveLength(1);
  });

  test('starts anew when the checkout has expired', async ({ page, shop }) => {
    const checkout = await orderKit(page);
    await shop.settle('expire');
    await payWith(checkout, cards.visa);
    await expect(page.getByText('The checkout has expired.')).toBeVisible();
    await payWith(await orderKit(page), cards.visa);
    await expectThanks(page, '$49.00');
    expect(shop.paid).toHaveLength(1);
  });

  test('asks again until the payment is decided, and when the shop was out of reach', async ({
    page,
  }) => {
    const answers = ['processing', 'unreachable'];
    await page.route('**/api/order?*', async (route) => {
      const answer = answers.shift();
      if (answer === 'unreachable') {
        await route.abort();
        return;
      }
      const response = await route.fetch();
      const order = (await response.json()) as object;
      await route.fulfill({ response, json: answer ? { ...order, state: answer } : order });
    });
    await page.clock.install();
    await payWith(await orderKit(page), cards.visa);
    await expect(page.getByRole('heading', { name: 'being processed' })).toBeVisible();
    await page.clock.fastForward(2_000);
    await expect(page.getByRole('heading', { name: 'could not be checked' })).toBeVisible();
    await page.getByRole('button', { name: 'Check again' }).click();
    await expectThanks(page, '$49.00');
  });
});

test('an address that somebody made up shows no order', async ({ page, shop }) => {
  for (const query of [
    '',
    '?session_id=',
    '?session_id=cs_dev_0000000000000000',
    '?session_id=%3Cimg%3E',
  ]) {
    await page.goto(`${shop.origin}/inline/success${query}`);
    await expect(
      page.getByRole('heading', { name: 'There is no order to show here' }),
    ).toBeVisible();
  }
});

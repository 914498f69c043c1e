import { cards, payWith } from '../../e2e/harness/payWith.ts';
import { continueToShop } from '../../e2e/harness/receipt.ts';
import { expect, test } from '../fixtures/shop.ts';

test('what a card can pay in place of what was ordered is taken, shown and handed over', async ({
  page,
  shop,
}) => {
  await page.goto(`${shop.origin}/redirect/`);
  const checkout = await page.evaluate(async () => {
    const response = await fetch('/api/orders', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ product: 'kit-of-the-month', storefront: 'redirect' }),
    });
    return ((await response.json()) as { url: string }).url;
  });
  await page.goto(checkout);
  await expect(page.getByRole('button', { name: 'Pay $49.00' })).toBeVisible();
  await expect(page.getByText('Basic print kit')).toHaveCount(0);
  // It has no funds for either of the first two.
  await payWith(page, cards.noFunds);
  await continueToShop(page);
  await page.waitForURL('**/redirect/success?session_id=cs_*');
  await expect(page.getByRole('heading', { name: 'Thank you, your order is paid' })).toBeVisible();
  await expect(page.locator('#product')).toHaveText('Basic print kit');
  await expect(page.locator('#amount')).toHaveText('$9.00');
  expect(shop.paid).toMatchObject([
    { payment: { item: { name: 'Basic print kit' }, amountAtom: 900 } },
  ]);
});

import type { Page } from '@playwright/test';
import { payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';
import { openDashboard } from './openDashboard.ts';

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** Presses a copy button, which says so when it is done, and reads what it put there. */
async function copy(page: Page, what: string): Promise<string> {
  const button = page.getByRole('button', { name: `Copy ${what}` });
  await expect(button).toBeVisible();
  // It says so for two seconds: they are not to begin before somebody looks.
  const said = page.getByRole('button', { name: `Copied ${what}` }).waitFor();
  await button.click();
  await said;
  return copied(page);
}

test('a session is made, handed on and seen being paid, as the guide describes it', async ({
  account,
  context,
  page,
  servers,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const watch = await openDashboard(page, servers, account);
  await page.getByRole('link', { name: 'Transactions' }).click();
  await page.getByRole('link', { name: 'Checkout Sessions', exact: true }).click();
  await expect(page.getByText('No checkout sessions yet')).toBeVisible();
  await page.getByRole('link', { name: 'Create Checkout Session' }).click();

  await expect(page.getByLabel('Expires in (hours)')).toHaveValue('24');
  await page.getByLabel('Customer optional').selectOption('cus_abc123');
  await page.getByLabel('Price').selectOption('price_premium');
  await page.getByRole('button', { name: 'Add line item' }).click();
  await page.getByLabel('Price').nth(1).selectOption('price_basic');
  await page.getByLabel('Quantity').nth(1).fill('3');
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await expect(preview.getByText('$76.00')).toBeVisible();
  await page.getByRole('button', { name: 'Remove Premium print kit' }).click();
  await page.getByRole('button', { name: 'Create Checkout Session' }).click();

  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText('$27.00 USD');
  await expect(heading).toBeFocused();
  const token = await copy(page, 'secure token');
  expect(token).toMatch(/^cst_[\w-]{43}$/);
  const url = await copy(page, 'checkout URL');
  expect(url).toBe(`${servers.pay}/checkout/${token}`);
  await expect(page.getByText(url, { exact: true })).toBeVisible();
  for (const way of ['Script tag', 'npm', 'React']) {
    await page.getByRole('tab', { name: way }).click();
    expect(await copy(page, 'code')).toContain(token);
  }

  const shopper = await context.newPage();
  await shopper.goto(url);
  await payWith(shopper);
  await expect(heading).toContainText('Completed');
  await expect(page.getByText('Attempt 1: $27.00 charged')).toBeVisible();
  expect(await watch.violations()).toEqual([]);
});

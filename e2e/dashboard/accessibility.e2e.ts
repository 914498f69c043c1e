import type { Page } from '@playwright/test';
import { findColourViolations, findViolations } from '../harness/findViolations.ts';
import { expect, test } from '../harness/test.ts';
import { openDashboard } from './openDashboard.ts';

/** How far the page sticks out of a telephone's screen. */
async function overflow(page: Page): Promise<number> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  await page.setViewportSize({ width: 360, height });
  const pixels = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  await page.setViewportSize({ width, height });
  return pixels;
}

/** What axe finds in both colour schemes. */
async function lookAt(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const found = await findViolations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...found, ...(await findColourViolations(page))];
}

/** Lists are made of the same parts, so that axe looks at the screens with parts of their own. */
const screens = [
  ['Checkout Sessions', 'Expired', true],
  ['Payments', 'No payments yet', false],
  ['Subscriptions', 'No subscriptions yet', false],
  ['Customers', 'cus_abc123', false],
  ['Events & webhooks', 'checkout_session.expired', true],
  ['Request log', 'Request log', false],
  ['Clock & faults', 'Add a fault', true],
] as const;

test('axe finds nothing on the lists, light and dark, and all fit 360 px', async ({
  account,
  page,
  servers,
}) => {
  const { id } = await account.createSession();
  await account.settle(id, 'expire');
  await openDashboard(page, servers, account);
  for (const [name, text, own] of screens) {
    // Lists are counted in their links.
    await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
    await expect(page.getByRole('main').getByText(text).first()).toBeVisible();
    expect(await overflow(page), name).toBe(0);
    if (own) expect(await lookAt(page), name).toEqual([]);
  }
});

test('axe finds nothing on the form in trouble, nor on what came of it', async ({
  account,
  page,
  servers,
}) => {
  await openDashboard(page, servers, account, '/checkout-sessions/new');
  await page.locator('summary').click();
  await page.getByRole('radio', { name: 'Promotion code' }).check();
  await page.getByRole('button', { name: 'Add tier' }).click();
  await page.getByLabel('Return URL').fill('');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Two fields');
  expect(await lookAt(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  const { id } = await account.createSession({ custom_fields: { order_id: 'order_12345' } });
  await page.goto(`${servers.pay}/dashboard/${account.id}/checkout-sessions/${id}`);
  await expect(page.getByText('Secure token', { exact: true })).toBeVisible();
  expect(await lookAt(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
});

test('the list of accounts leads to each of them, and axe finds nothing on it', async ({
  account,
  page,
  servers,
}) => {
  await account.createSession();
  await page.goto(`${servers.pay}/dashboard`);
  await expect(page.getByRole('link', { name: 'acc_dev_demo' })).toBeVisible();
  expect(await lookAt(page)).toEqual([]);
  await page.getByRole('link', { name: account.id }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Checkout Sessions');
  await page.getByRole('link', { name: 'Skip to content' }).press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

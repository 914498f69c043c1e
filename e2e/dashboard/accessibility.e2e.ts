import type { Page } from '@playwright/test';
import { createMockControl } from 'paymentkit-mock-server';
import { findColourViolations, findViolations } from '../harness/appearance/findViolations.ts';
import { resizeTo } from '../harness/appearance/resizeTo.ts';
import { setColorScheme } from '../harness/appearance/setColorScheme.ts';
import { expect, test } from '../harness/test.ts';
import { openDashboard } from './openDashboard.ts';

/** How far the page sticks out of a telephone's screen, or a part of a list out of its place into another's. */
async function overflow(page: Page): Promise<number> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  await resizeTo(page, 360, height);
  const pixels = await page.evaluate(() => {
    const boxes = [document.documentElement, ...document.querySelectorAll('td')];
    return Math.max(...boxes.map((box) => box.scrollWidth - box.clientWidth));
  });
  await resizeTo(page, width, height);
  return pixels;
}

/** What axe finds in both colour schemes. */
async function lookAt(page: Page): Promise<readonly string[]> {
  await setColorScheme(page, 'light');
  const found = await findViolations(page);
  await setColorScheme(page, 'dark');
  return [...found, ...(await findColourViolations(page))];
}

/** Each screen of the side, by a text that is there when it is full; with what its first link leads to. */
const screens = [
  ['Checkout Sessions', 'Expired', undefined],
  ['Payments', 'Succeeded', 'Refunds'],
  ['Subscriptions', 'Active', 'Change it'],
  ['Customers', 'cus_abc123', 'Invoices'],
  ['Catalogue', 'SAVE20', undefined],
  ['Events & webhooks', 'checkout_session.expired', 'Signature'],
  ['Request log', '201', undefined],
  ['Clock & faults', 'Add a fault', undefined],
] as const;

/** Their colours are those of the others. */
const plain: readonly string[] = ['Subscriptions', 'Customers', 'Catalogue', 'Request log'];

test('axe finds nothing on any list nor on what it leads to, light and dark, and all fit 360 px', async ({
  account,
  page,
  servers,
}) => {
  test.slow();
  const subscription = { line_items: [{ price_id: 'price_pro_monthly', quantity: 1 }] };
  const control = createMockControl({ url: servers.api, accountId: account.id });
  // The widest that an amount and a state are beside each other.
  const { id: declined } = await account.createSession(subscription);
  await control.settle(declined, 'decline');
  const { id: paid } = await account.createSession(subscription);
  await control.settle(paid, 'complete');
  const { id: ended } = await account.createSession();
  await account.settle(ended, 'expire');
  await openDashboard(page, servers, account);
  const main = page.getByRole('main');
  for (const [name, text, details] of screens) {
    // Lists are counted in their links.
    await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
    await expect(main.getByText(text).first()).toBeVisible();
    expect(await overflow(page), name).toBe(0);
    const look = plain.includes(name) ? findViolations : lookAt;
    expect(await look(page), name).toEqual([]);
    if (details === undefined) continue;
    await main.getByRole('row').getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 2, name: details })).toBeVisible();
    expect(await overflow(page), details).toBe(0);
    expect(await lookAt(page), details).toEqual([]);
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
  await page.getByRole('searchbox', { name: 'Search accounts' }).fill(account.id.toUpperCase());
  await expect(page.getByText('1 found')).toBeVisible();
  await expect(page.getByRole('link', { name: 'acc_dev_demo' })).toBeHidden();
  await page.getByRole('link', { name: account.id }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Checkout Sessions');
  await page.getByRole('link', { name: 'Skip to content' }).press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.goto(`${servers.pay}/dashboard`);
  const other = page.getByLabel('Another account');
  await other.fill('not an id');
  await other.press('Enter');
  await expect(other).toHaveAccessibleDescription(/^Enter 1 to 64 letters/);
  await other.fill(`${account.id}_other`);
  await other.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/dashboard/${account.id}_other$`));
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

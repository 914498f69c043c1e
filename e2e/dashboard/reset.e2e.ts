import { expect, test } from '../harness/test.ts';
import { openDashboard } from './openDashboard.ts';

test('an account is reset from the dashboard, by keyboard alone, and every list shows it', async ({
  account,
  page,
  servers,
}) => {
  await account.createSession();
  await account.advance('2h');
  const watch = await openDashboard(page, servers, account, '/clock');
  await expect(page.getByText('2 h ahead')).toBeVisible();
  const sessions = page.getByRole('link', { name: /^Checkout Sessions/ });
  await expect(sessions).toHaveAccessibleName('Checkout Sessions 1');
  await page.getByRole('button', { name: 'Reset this account' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Keep everything' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The account is as it was at first.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reset this account' })).toBeFocused();
  await expect(page.getByText('Real time')).toBeVisible();
  await expect(sessions).toHaveAccessibleName('Checkout Sessions');
  expect(await watch.violations()).toEqual([]);
});

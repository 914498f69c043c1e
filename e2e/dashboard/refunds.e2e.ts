import { createMockControl } from 'paymentkit-mock-server';
import { findViolations } from '../harness/appearance/findViolations.ts';
import { expect, test } from '../harness/test.ts';
import { openDashboard } from './openDashboard.ts';

test('a part of a payment is given back, then the rest, by keyboard alone', async ({
  account,
  page,
  servers,
}) => {
  const { id } = await account.createSession();
  await createMockControl({ url: servers.api, accountId: account.id }).settle(id, 'complete');
  await openDashboard(page, servers, account, '/payments');
  await page.getByRole('link', { name: /^pi_/ }).press('Enter');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('$49.00 USD Succeeded');
  const amount = page.getByRole('textbox', { name: 'Amount in USD' });
  await expect(amount).toHaveValue('49.00');

  await amount.fill('49.01');
  await page.keyboard.press('Enter');
  await expect(amount).toHaveAccessibleDescription(/^Enter an amount from 0\.01 to 49\.00\./);
  await expect(amount).toBeFocused();
  expect(await findViolations(page)).toEqual([]);

  await amount.fill('2.5');
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('$49.00 USD Partly refunded');
  await expect(amount).toHaveAccessibleDescription('Up to $46.50 can be given back.');
  await expect(amount).toBeFocused();
  await amount.fill('46.50');
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('$49.00 USD Refunded');
  await expect(page.getByText('All of it was given back.')).toBeFocused();
});

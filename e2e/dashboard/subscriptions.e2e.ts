import { createMockControl } from 'paymentkit-mock-server';
import { expect, test } from '../harness/test.ts';
import { openDashboard } from './openDashboard.ts';

test('a subscription is found by its session, paused, resumed, and cancelled, by keyboard alone', async ({
  account,
  page,
  servers,
}) => {
  const line_items = [{ price_id: 'price_pro_monthly', quantity: 1 }];
  const { id } = await account.createSession({ line_items });
  await createMockControl({ url: servers.api, accountId: account.id }).settle(id, 'complete');
  const watch = await openDashboard(page, servers, account, `/checkout-sessions/${id}`);
  await page.getByRole('link', { name: /^sub_/ }).press('Enter');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('$29.00 USD per month Active');
  await expect(page.getByRole('term').filter({ hasText: 'Renews' })).toBeVisible();

  await page.getByRole('button', { name: 'Pause' }).press('Enter');
  await expect(heading).toContainText('Paused');
  const resume = page.getByRole('button', { name: 'Resume' });
  await expect(resume).toBeFocused();
  await resume.press('Enter');
  await expect(heading).toContainText('Active');

  const cancelNow = page.getByRole('button', { name: 'Cancel now' });
  const place = await cancelNow.boundingBox();
  await page.getByRole('button', { name: 'Cancel at the period’s end' }).press('Enter');
  const keep = page.getByRole('button', { name: 'Do not cancel' });
  await expect(keep).toBeFocused();
  // What is final does not come under the finger that has just pressed something else.
  expect(await cancelNow.boundingBox()).toEqual(place);
  await expect(page.getByRole('term').filter({ hasText: /^Ends$/ })).toBeVisible();
  await page.getByRole('link', { name: 'Subscriptions' }).last().press('Enter');
  await expect(page.getByRole('cell', { name: /^Ends/ })).toBeVisible();
  await page.getByRole('row').getByRole('link', { name: /^sub_/ }).press('Enter');
  await keep.press('Enter');
  await expect(page.getByRole('term').filter({ hasText: 'Renews' })).toBeVisible();

  await cancelNow.press('Enter');
  await page.getByRole('button', { name: 'Cancel it for good' }).press('Enter');
  await expect(heading).toContainText('Cancelled');
  await expect(page.getByText('It has ended. Nothing can change it any more.')).toBeVisible();
  await expect(page.getByText('Cancelled. Nothing was given back.')).toBeFocused();
  expect(await watch.violations()).toEqual([]);
});

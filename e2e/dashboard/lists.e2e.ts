import { expect, test } from '../harness/test.ts';
import { openDashboard } from './openDashboard.ts';

test('a long list is turned to its end, where the focus stays, and back by the browser', async ({
  account,
  page,
  servers,
}) => {
  await Promise.all(Array.from({ length: 21 }, () => account.createSession()));
  await openDashboard(page, servers, account);
  const place = page.getByRole('main').getByRole('status');
  await expect(place).toHaveText('1–20 of 21');
  const next = page.getByRole('link', { name: 'Next page' });
  await next.press('Enter');
  await expect(place).toHaveText('21–21 of 21');
  await expect(next).toHaveAttribute('aria-disabled', 'true');
  await expect(next).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('link', { name: 'Previous page' })).toBeFocused();
  await page.goBack();
  await expect(place).toHaveText('1–20 of 21');
  await page.goForward();
  await page.reload();
  await expect(place).toHaveText('21–21 of 21');
});

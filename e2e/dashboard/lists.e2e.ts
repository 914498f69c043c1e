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

test('at no width is a list cut off', async ({ account, page, servers }) => {
  await account.createSession({ customer_email: 'accounts-payable.north@a-long-name.example' });
  const { id } = await account.createSession();
  await fetch(`${servers.api}/_mock/accounts/${account.id}/sessions/${id}/outcome`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ outcome: 'complete' }),
  });
  for (const screen of ['checkout-sessions', 'payments', 'customers', 'catalogue', 'events']) {
    await openDashboard(page, servers, account, `/${screen}`);
    const table = page.getByRole('table').last();
    await expect(table.getByRole('cell').first()).toContainText(/\w/);
    for (const width of [360, 480, 820, 1024, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const cut = await table.evaluate((list) => {
        const card = list.closest('.card');
        return card === null || card.scrollWidth > card.clientWidth;
      });
      expect([screen, width, cut]).toEqual([screen, width, false]);
    }
  }
});

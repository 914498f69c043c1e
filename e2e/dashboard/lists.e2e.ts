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

test('what may break in the next line is read out as one name', async ({
  account,
  page,
  servers,
}) => {
  await account.createSession();
  await openDashboard(page, servers, account, '/events');
  await expect(page.getByRole('cell', { name: 'checkout_session.created' })).toBeVisible();
  // As a screen reader is told, which Playwright's own names only come near to.
  const { nodes } = await (
    await page.context().newCDPSession(page)
  ).send('Accessibility.getFullAXTree');
  const names = nodes.map(({ name }): unknown => name?.value);
  expect(names).toContain('checkout_session.created');
  expect(names).not.toContain('checkout_ session. created');
});

test('a session is found by its customer among many, and the search is there on the way back', async ({
  account,
  page,
  servers,
}) => {
  await Promise.all(Array.from({ length: 24 }, () => account.createSession()));
  const { id } = await account.createSession({ customer_email: 'jun.tanaka@example.com' });
  await account.createSession();
  await openDashboard(page, servers, account);
  const search = page.getByRole('searchbox', { name: 'Search checkout sessions' });
  await search.pressSequentially('tanaka');
  await expect(page.getByText('1 found')).toBeVisible();
  await expect(search).toBeFocused();
  await expect(page).toHaveURL(/\?filter=tanaka$/);
  // What changes meanwhile is found as well.
  await account.createSession({ customer_email: 'mei.tanaka@example.com' });
  await expect(page.getByText('2 found')).toBeVisible();
  await page.getByRole('link', { name: id }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Open');
  await page.goBack();
  await expect(search).toHaveValue('tanaka');
  await page.reload();
  await expect(page.getByText('2 found')).toBeVisible();
  await search.fill('nobody');
  await expect(page.getByRole('main').getByText('None found')).toBeVisible();
  await search.fill('');
  await expect(page.getByRole('main').getByRole('status')).toHaveText('1–20 of 27');
});

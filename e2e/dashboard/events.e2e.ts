import { createServer } from 'node:http';
import { createMockControl } from 'paymentkit-mock-server';
import { listen } from '../harness/servers/listen.ts';
import { expect, test } from '../harness/test.ts';
import { openDashboard } from './openDashboard.ts';

test('a server is told of a session, refuses at first, and is told again', async ({
  account,
  page,
  servers,
}) => {
  const statuses = [500, 200];
  const told: string[] = [];
  const receiver = await listen(
    createServer((request, response) => {
      told.push(String(request.headers['x-webhook-event-type']));
      request.resume();
      response.writeHead(statuses[told.length - 1] ?? 200).end();
    }),
  );
  await openDashboard(page, servers, account, '/events');
  await page.getByRole('button', { name: 'Add endpoint' }).click();
  const url = page.getByLabel('URL');
  await url.fill('http://shop.example/webhooks');
  await page.keyboard.press('Enter');
  await expect(url).toHaveAttribute('aria-invalid', 'true');
  await expect(url).toBeFocused();
  await url.fill(`http://127.0.0.1:${String(receiver.port)}/webhooks`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Copy signing secret' })).toBeVisible();

  // The second attempt comes a few seconds after the first, and here only when the clock is moved.
  await createMockControl({ url: servers.api, accountId: account.id }).clock.freeze();
  await account.createSession();
  const row = page.getByRole('row', { name: 'checkout_session.created' });
  await expect(row).toContainText('Retrying');
  await row.getByRole('link').click();
  await expect(page.getByText('Answered 500')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy as curl' })).toBeVisible();
  await page.getByRole('button', { name: 'Move the clock there' }).click();
  await expect(page.getByText('Answered 200')).toHaveCount(1);
  await page.getByRole('button', { name: 'Replay' }).click();
  await expect(page.getByText('Answered 200')).toHaveCount(2);
  expect(told).toHaveLength(3);

  await page.getByRole('link', { name: 'Events & webhooks' }).first().press('Enter');
  const tell = page.getByRole('button', { name: /^Send a test event: http/ });
  await tell.press('Enter');
  await expect(page.getByText('Sent. How it was answered stands with')).toBeVisible();
  await expect(tell).toBeFocused();
  await expect.poll(() => told).toHaveLength(4);
  await page.getByRole('button', { name: /^Delete: http/ }).press('Enter');
  await expect(page.getByRole('button', { name: /^Keep it: http/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Deleted. It is told of nothing any more.')).toBeFocused();
  await expect(page.getByText('None yet.')).toBeVisible();
  await receiver.close();
});

test('a clock that is moved ends sessions, and a fault that is added meets the next request', async ({
  account,
  page,
  servers,
}) => {
  const { id } = await account.createSession();
  await openDashboard(page, servers, account, '/clock');
  await expect(page.getByText('Real time')).toBeVisible();
  await expect(page.getByText('Session expires')).toBeVisible();
  await page.getByRole('button', { name: '+ 25 hours' }).click();
  await expect(page.getByText('1 d 1 h ahead')).toBeVisible();
  expect((await account.readSession(id)).state).toBe('expired');
  await page.getByLabel('Move to').fill('2020-01-01T00:00:00Z');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('never goes back');

  await page.getByLabel('When this is asked').selectOption({ index: 3 });
  await page.getByRole('button', { name: 'Add fault' }).click();
  await expect(page.getByText('503 · 1 of 1 left')).toBeVisible();
  await expect(account.createSession()).rejects.toThrow('503');
  await page.getByRole('link', { name: 'Request log' }).click();
  const row = page.getByRole('row', { name: /POST \/checkout-sessions 503/ });
  await expect(row).toBeVisible();
});

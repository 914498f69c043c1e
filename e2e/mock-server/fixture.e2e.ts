import { expect } from '@playwright/test';
import { test } from 'paymentkit-mock-server/playwright';

test('a shopper is declined, pays, and the next test knows nothing of it (4: 26)', async ({
  page,
  paymentkit,
}) => {
  const { id, url } = await paymentkit.createSession();
  await page.goto(url);
  await paymentkit.decline();
  await expect(page.getByText('Your card was declined')).toBeVisible();
  await paymentkit.pay();
  await expect(page.getByRole('heading', { name: 'Payment complete' })).toBeVisible();
  expect(await paymentkit.control.request('GET', `/checkout-sessions/${id}`)).toMatchObject({
    state: 'completed',
  });
  expect(paymentkit.accountId).toMatch(/^acc_[\da-f]{32}$/);
});

test('a session of a known customer expires when the clock is moved on', async ({
  page,
  paymentkit,
}) => {
  const { id, url } = await paymentkit.createSession({ customer_id: 'cus_abc123' });
  await page.goto(url);
  const hosted = await paymentkit.hostedPage();
  await expect(hosted.getByRole('button', { name: /^Pay/ })).toBeVisible();
  await paymentkit.advanceClock('25h');
  const list = (await paymentkit.control.request('GET', '/checkout-sessions')) as {
    data: readonly { id: string; state: string }[];
  };
  expect(list.data).toMatchObject([{ id, state: 'expired' }]);
});

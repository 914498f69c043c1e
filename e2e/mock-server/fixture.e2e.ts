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

for (const [answer, outcome] of [
  ['refuse', 'Your bank did not confirm the payment'],
  ['give up', 'Card number'],
  ['approve', 'Payment complete'],
] as const) {
  test(`a shopper whose bank asks may ${answer}`, async ({ page, paymentkit }) => {
    const { url } = await paymentkit.createSession();
    await page.goto(url);
    await paymentkit.pay({ number: '4000 0000 0000 3220' });
    await paymentkit.answerBank(answer);
    const shown = answer === 'give up' ? page.getByLabel(outcome) : page.getByText(outcome);
    await expect(shown.first()).toBeVisible();
    await expect(page.locator('iframe')).toHaveCount(0);
  });
}

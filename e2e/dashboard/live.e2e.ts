import { createMockServer } from 'paymentkit-mock-server';
import { createAccount } from '../harness/createAccount.ts';
import { findViolations } from '../harness/appearance/findViolations.ts';
import { expect, test } from '../harness/test.ts';

test('it says when the server is away, and shows what was missed once it is back', async ({
  page,
}) => {
  const mock = createMockServer();
  const origin = await mock.listen();
  const { port } = new URL(origin);
  const account = createAccount(origin, 'http://localhost:3000');
  await page.goto(`${origin}/dashboard/${account.id}`);
  const status = page.getByRole('status', { name: 'Connection to the server' });
  await expect(status).toHaveText('Live');
  const { id } = await account.createSession();
  await expect(page.getByRole('link', { name: id })).toBeVisible();
  await mock.close();
  await expect(status).toHaveText('Reconnecting…');
  await expect(page.getByRole('link', { name: id })).toBeVisible();
  await mock.listen({ port: Number(port) });
  const { id: missed } = await account.createSession();
  await expect(page.getByRole('link', { name: missed })).toBeVisible();
  await expect(status).toHaveText('Live');
  await mock.close();
});

test('a list that could not be read says why, and reads it when asked again', async ({
  account,
  page,
  servers,
}) => {
  const list = '**/api/checkout-sessions?limit=20*';
  await page.route(list, (route) => route.abort());
  await page.goto(`${servers.pay}/dashboard/${account.id}`);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('The mock server does not answer.');
  await page.unroute(list);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('No checkout sessions yet')).toBeVisible();
});

test('a server with a control token lets nobody in without it, and it is stored nowhere', async ({
  page,
}) => {
  const controlToken = 'a-secret-of-this-test';
  const mock = createMockServer({ controlToken });
  const origin = await mock.listen();
  await page.goto(`${origin}/dashboard/acc_dev_demo`);
  const field = page.getByLabel('Control token');
  await expect(field).toBeFocused();
  await field.fill('another');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('');
  await expect(page.getByText('The server did not accept this token.')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await field.fill(controlToken);
  await page.keyboard.press('Enter');
  await expect(page.getByText('No checkout sessions yet')).toBeVisible();
  const status = page.getByRole('status', { name: 'Connection to the server' });
  await expect(status).toHaveText('Live');
  expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] });
  await mock.close();
});

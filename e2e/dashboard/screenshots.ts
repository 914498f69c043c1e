import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { Account, Session } from '../harness/createAccount.ts';
import { expect, test } from '../harness/test.ts';
import { wearInter } from '../harness/appearance/wearInter.ts';

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const schemes = ['light', 'dark'] as const;
const line = (price: string, quantity = 1) => ({ price_id: `price_${price}`, quantity });

async function pay(api: string, session: Session, number: string): Promise<void> {
  await fetch(`${api}/api/checkout/session/payments`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${session.secure_token}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify({
      payment_method: { type: 'card', number, exp_month: 12, exp_year: 2034, cvc: '123' },
      email: 'robin@alder.example',
      expected_amount_atom: session.amount_total_atom,
    }),
  });
}

/** An account in which a day's work has been done. Returns the session whose payment went down a cascade. */
async function work(api: string, account: Account): Promise<string> {
  for (const [price, number] of [
    ['xyz', '4242424242424242'],
    ['pro_monthly', '5555555555554444'],
    ['standard', '4000000000000002'],
    ['premium', '4000000000000077'],
  ] as const) {
    await pay(api, await account.createSession({ line_items: [line(price)] }), number);
  }
  await account.createSession({ customer_id: 'cus_abc123', line_items: [line('basic', 3)] });
  const { id: ended } = await account.createSession();
  await account.settle(ended, 'expire');
  const cascade = await account.createSession({
    cascade_line_items: [
      { line_items: [line('standard')] },
      { line_items: [line('basic')], processor_route_id: 'proute_dev_fallback' },
    ],
    custom_fields: { order_id: 'order_12345', campaign: 'halloween_sale' },
  });
  await pay(api, cascade, '4000000000009995');
  return cascade.id;
}

async function takePictures(page: Page, name: string): Promise<void> {
  for (const colorScheme of schemes) {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const path = file(`screenshots/dashboard-${name}-${String(width)}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: true });
    }
  }
}

test('every screen of the dashboard', async ({ account, page, servers: { api, pay: pages } }) => {
  const cascade = await work(api, account);
  const home = `${pages}/dashboard/${account.id}`;
  for (const screen of [
    'payments',
    'subscriptions',
    'customers',
    'catalogue',
    'events',
    'requests',
    'clock',
  ]) {
    await page.goto(`${home}/${screen}`);
    await expect(page.getByRole('main').locator('.card').first()).toBeVisible();
    await takePictures(page, screen);
  }
  for (const id of ['', '/new', `/${cascade}`]) {
    await page.goto(`${home}/checkout-sessions${id}`);
    await expect(page.getByRole('main').locator('.card').first()).toBeVisible();
    await takePictures(page, id === '' ? 'sessions' : id === '/new' ? 'create' : 'session');
  }
});

for (const colorScheme of schemes) {
  test(`the picture of the dashboard, ${colorScheme}`, async ({ account, page, servers }) => {
    const cascade = await work(servers.api, account);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 1200, height: 800 });
    await page.goto(`${servers.pay}/dashboard/${account.id}/checkout-sessions/${cascade}`);
    await expect(page.getByText('Attempt 1: $9.00 charged on tier 3')).toBeVisible();
    await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live');
    await wearInter(page);
    await page.screenshot({ path: file(`docs/images/dashboard-${colorScheme}.png`) });
  });
}

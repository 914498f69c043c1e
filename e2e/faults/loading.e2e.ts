import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import { listen } from '../harness/servers/listen.ts';
import { passDeadline } from '../harness/faults/passDeadline.ts';
import { payButton, payWith } from '../harness/payWith.ts';
import { continueToShop } from '../harness/receipt.ts';
import type { Fault } from '../harness/servers/startFaultServer.ts';
import { expect, test } from '../harness/test.ts';

/** The deadline is passed by the clock of the page, so that a retry has all of it in real time. */
const timeoutMs = 15_000;

const panel = (page: Page) => page.locator('#checkout').getByRole('alert');

const silent: readonly Fault[] = [
  'reset',
  'hang',
  'status-500',
  'status-204',
  'frame-options',
  'frame-ancestors',
  'attachment',
  'redirect',
];

test.beforeEach(({ page }) => page.clock.install());

for (const fault of silent) {
  test(`a frame whose document fails by ${fault} is load_timeout in time, and Try again works (1D Polar; 4: 2, 4; faults 4, 7, 8, 11)`, async ({
    page,
    servers,
    session,
    shop,
  }) => {
    const host = servers.faults.origin(fault);
    await shop.mount(session, { host });
    // The deadline counts from here.
    await expect(shop.element()).toBeAttached();
    await page.clock.fastForward(timeoutMs / 2);
    expect(await shop.events('error')).toEqual([]);
    await page.clock.fastForward(timeoutMs / 2);
    expect(await shop.event('error')).toMatchObject({ code: 'load_timeout', recoverable: true });
    await expect(panel(page)).toBeVisible();
    servers.faults.change(host, 'none');
    await page.getByRole('button', { name: 'Try again' }).click();
    await shop.event('ready');
    await expect(panel(page)).toHaveCount(0);
  });
}

test('the error panel offers the whole checkout in a new page (4: 3, 21)', async ({
  context,
  page,
  servers,
  session,
  shop,
}) => {
  const host = servers.faults.origin('frame-options');
  await shop.mount(session, { host });
  await passDeadline(page, shop);
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Open in a new page' }).click();
  const hosted = await opened;
  await hosted.waitForURL(({ pathname }) => pathname === `/checkout/${session.secure_token}`);
  expect(await hosted.evaluate(() => window.opener as unknown)).toBeNull();
  await payWith(hosted);
  await continueToShop(hosted);
  await hosted.waitForURL(/\/success/);
  // A shopper who comes back to this tab makes it visible; here the network coming back is the signal.
  await context.setOffline(true);
  await context.setOffline(false);
  await shop.event('complete');
  expect(await shop.events('complete')).toHaveLength(1);
});

test('the error panel of a narrow place has its ways on below each other, and none beside it', async ({
  page,
  servers,
  session,
  shop,
}) => {
  await page.setViewportSize({ width: 240, height: 600 });
  await shop.mount(session, { host: servers.faults.origin('frame-options') });
  await passDeadline(page, shop);
  const retry = await page.getByRole('button', { name: 'Try again' }).boundingBox();
  const open = await page.getByRole('link', { name: 'Open in a new page' }).boundingBox();
  expect(open?.y).toBeGreaterThanOrEqual((retry?.y ?? 0) + (retry?.height ?? 1000));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(240);
});

test('a refused port is a typed error with a way on (fault 4)', async ({ page, session, shop }) => {
  const { port, close } = await listen(createServer());
  await close();
  const host = `http://pay.localhost:${String(port)}`;
  await shop.mount(session, { host });
  await passDeadline(page, shop);
  const { code, recoverable } = await shop.event('error');
  expect(['load_timeout', 'network']).toContain(code);
  expect(recoverable).toBe(true);
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(await shop.phase()).toBe('failed');
});

test('a server that answers 500 to everything is a typed error with a way on (fault 5)', async ({
  page,
  servers,
  session,
  shop,
}) => {
  const host = servers.faults.origin('status-500', 'everything');
  await shop.mount(session, { host });
  await passDeadline(page, shop);
  expect((await shop.event('error')).recoverable).toBe(true);
  servers.faults.change(host, 'none');
  await page.getByRole('button', { name: 'Try again' }).click();
  await payWith(shop.frame());
  await shop.event('complete');
});

test('a session API that fails under a name of its own is api_error, which can be tried again (fault 5)', async ({
  page,
  session,
  shop,
}) => {
  const reads = '**/api/checkout/session';
  const body = JSON.stringify({ code: 'rate_limited' });
  await page.route(reads, (route) => route.fulfill({ status: 429, body }));
  await shop.mount(session);
  expect(await shop.event('error')).toMatchObject({ code: 'api_error', recoverable: true });
  await page.unroute(reads);
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await payWith(shop.frame());
  await shop.event('complete');
});

test("the merchant's own frame-src refusal is frame_blocked at once (fault 9)", async ({
  page,
  session,
  shop,
}) => {
  await shop.open('no-frames');
  await page.clock.pauseAt(Date.now() + 60_000);
  await shop.mount(session, { timeoutMs });
  expect(await shop.event('error')).toMatchObject({ code: 'frame_blocked', recoverable: true });
  await expect(page.getByRole('link', { name: 'Open in a new page' })).toBeVisible();
});

test('a blocked read alone does not stop the checkout: it warns and goes on', async ({
  session,
  shop,
}) => {
  await shop.open('no-connect');
  await shop.mount(session);
  await expect(payButton(shop.frame())).toBeVisible();
  expect(await shop.event('warning')).toMatchObject({ code: 'api_unreachable' });
  expect((await shop.event('ready')).session).toBeUndefined();
});

test('offline at the start is offline, and coming back online starts the checkout (4: 1; fault 1)', async ({
  context,
  page,
  session,
  shop,
}) => {
  await shop.open();
  await context.setOffline(true);
  await shop.mount(session, { timeoutMs });
  expect(await shop.event('error')).toMatchObject({ code: 'offline', recoverable: true });
  await expect(panel(page)).toBeVisible();
  await context.setOffline(false);
  await expect(payButton(shop.frame())).toBeVisible();
});

test('a slow page warns at half time and still becomes ready (4: 36; fault 3)', async ({
  page,
  session,
  shop,
}) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/embed/**', async (route) => {
    await released;
    await route.continue();
  });
  await shop.mount(session);
  await expect(shop.element()).toBeAttached();
  await page.clock.fastForward(timeoutMs / 2);
  expect(await shop.event('warning')).toMatchObject({ code: 'slow' });
  release();
  await shop.event('ready');
  expect(await shop.events('error')).toEqual([]);
});

test('leaving the page while it loads is not an error (fault 12)', async ({
  page,
  servers,
  session,
  shop,
}) => {
  const messages: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') messages.push(message.text());
  });
  page.on('pageerror', (error) => messages.push(error.message));
  await shop.mount(session, { host: servers.faults.origin('hang') });
  await page.goto(servers.site.url('shop', '/blank'));
  expect(messages).toEqual([]);
});

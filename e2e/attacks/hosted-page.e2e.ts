import type { Frame, Page } from '@playwright/test';
import { asked } from '../harness/browser/asked.ts';
import type { Session } from '../harness/createAccount.ts';
import type { MountOptions, Shop } from '../harness/createShop.ts';
import { serveHostileCheckout } from '../harness/attackers/serveHostileCheckout.ts';
import { expect, test } from '../harness/test.ts';

interface HostileWindow extends Window {
  readonly heard: unknown[];
  readonly connected: Promise<void>;
  send(message: object): void;
}

const send = (frame: Frame, ...messages: object[]): Promise<void> =>
  frame.evaluate((all) => {
    for (const message of all) (window as unknown as HostileWindow).send(message);
  }, messages);

/** The hostile checkout in its frame, once it holds the port and has said that it is ready. */
async function mountHostile(
  page: Page,
  shop: Shop,
  session: Session,
  { title = 'Checkout', ...options }: MountOptions & { readonly title?: string } = {},
): Promise<Frame> {
  await shop.mount(session, options);
  await expect.poll(() => page.frames().length).toBe(2);
  const frame = page.frames()[1];
  if (frame === undefined) throw new Error('No frame');
  await frame.waitForFunction(() => 'connected' in window, undefined, asked);
  await frame.evaluate(() => (window as unknown as HostileWindow).connected);
  await send(frame, { t: 'h:ready', title });
  await shop.event('ready');
  return frame;
}

test.beforeEach(async ({ page }) => {
  await serveHostileCheckout(page, '<button onclick="top.location = \'/taken\'">Go</button>');
});

test('completed and expired are only hints: the API says open, so nothing is believed (threats 13 and 56; fault 41)', async ({
  page,
  session,
  shop,
}) => {
  const frame = await mountHostile(page, shop, session);
  const reads = page.waitForResponse('**/api/checkout/session');
  await send(frame, { t: 'h:completed' }, { t: 'h:expired' });
  await reads;
  await send(frame, { t: 'h:completed' }, { t: 'h:resize', height: 300 });
  await expect.poll(async () => (await shop.events('resize')).at(-1)?.height).toBe(300);
  const types = (await shop.events()).map(({ type }) => type);
  expect(types).not.toContain('complete');
  expect(types).not.toContain('expire');
});

test('heights are clamped, whole and finite, and reach nothing but the height (threat 19; fault 48)', async ({
  page,
  session,
  shop,
}) => {
  const frame = await mountHostile(page, shop, session);
  const wrong = [-1, Number.NaN, Infinity, '900', '900px;position:fixed', null, { valueOf: 900 }];
  await send(frame, ...wrong.map((height) => ({ t: 'h:resize', height })));
  await send(frame, { t: 'h:resize', height: 1e9 });
  await expect.poll(async () => (await shop.events('resize')).at(-1)?.height).toBe(10_000);
  for (const { height } of await shop.events('resize')) {
    expect(Number.isInteger(height)).toBe(true);
    expect(height).toBeGreaterThanOrEqual(0);
    expect(height).toBeLessThanOrEqual(10_000);
  }
  expect(await shop.element().evaluate(({ style }) => style.position)).not.toBe('fixed');
});

test('malformed, replayed and poisonous messages through the port break nothing (threats 13, 16, 17)', async ({
  page,
  session,
  shop,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const frame = await mountHostile(page, shop, session);
  await frame.evaluate(() => {
    const { port } = window as unknown as { port: MessagePort };
    const cyclic: Record<string, unknown> = { t: 'h:resize' };
    cyclic['height'] = cyclic;
    const poison: unknown = JSON.parse(
      '{"t":"h:change","seq":50,"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    );
    const all = [null, undefined, 1, 'h:completed', [], {}, cyclic, poison, new Date(), new Map()];
    for (const message of all) port.postMessage(message);
    port.postMessage({ t: 'h:submit', seq: 1 });
    port.postMessage({ t: 'h:submit', seq: -1 });
    port.postMessage({ t: 's:init', seq: 60 });
    port.postMessage({ t: 'h:unheard', seq: 61 });
    port.postMessage({ t: 'h:resize', seq: 62, height: 321 });
  });
  await expect.poll(async () => (await shop.events('resize')).at(-1)?.height).toBe(321);
  expect(await shop.events('submit')).toEqual([]);
  expect(await page.evaluate(() => Reflect.get({}, 'polluted') as unknown)).toBeUndefined();
  expect(await shop.phase()).toBe('ready');
  expect(errors).toEqual([]);
});

test('the title is text and nothing else (threat 20)', async ({ account, page, shop }) => {
  const title = '"><img src=x onerror="window.owned = true">';
  await mountHostile(page, shop, await account.createSession(), { title });
  await expect(shop.element()).toHaveAttribute('title', title);
  expect(await page.evaluate(() => 'owned' in window)).toBe(false);
  expect(await page.locator('#checkout img').count()).toBe(0);
});

test('the frame cannot navigate the merchant page, even in a click (4: 48; threat 25)', async ({
  page,
  session,
  shop,
}) => {
  const frame = await mountHostile(page, shop, session);
  const before = page.url();
  const refused = page.waitForEvent('console', (message) => /navigat/i.test(message.text()));
  await frame.getByRole('button', { name: 'Go' }).click();
  await refused;
  expect(page.url()).toBe(before);
});

test('h:return carries no address: only the URLs of the API are followed (threats 21 and 22)', async ({
  page,
  servers,
  session,
  shop,
}) => {
  const frame = await mountHostile(page, shop, session, { redirect: 'auto' });
  const url = servers.site.url('evil', '/blank');
  await send(frame, { t: 'h:canceled', url, return_url: url }, { t: 'h:return', url });
  await page.waitForURL(servers.site.url('shop', '/cart'));
});

test('a second hello without a reload takes no second port (threat 12)', async ({
  page,
  session,
  shop,
}) => {
  await page.clock.install();
  const frame = await mountHostile(page, shop, session);
  // A second after it gave the port the shop's page asks whether it has come: from the answer on nobody listens.
  await page.clock.fastForward(1000);
  await page.evaluate(() => void window.shop.checkouts['main']?.refresh());
  await frame.waitForFunction(
    () => JSON.stringify((window as unknown as HostileWindow).heard).includes('s:refresh'),
    undefined,
    asked,
  );
  await send(frame, { t: 'h:resize', height: 222 });
  await expect.poll(async () => (await shop.events('resize')).at(-1)?.height).toBe(222);
  await frame.evaluate(() => {
    const hash = new URLSearchParams(location.hash.slice(1));
    const hello = { pk: 1, t: 'h:hello', n: hash.get('n'), v: { min: 1, max: 1 } };
    for (let time = 0; time < 20; time += 1) window.parent.postMessage(hello, hash.get('o') ?? '');
  });
  await send(frame, { t: 'h:resize', height: 333 });
  await expect.poll(async () => (await shop.events('resize')).at(-1)?.height).toBe(333);
  const heard = await frame.evaluate(() => (window as unknown as HostileWindow).heard);
  expect(heard.filter((one) => Reflect.get(one as object, 't') === 's:port')).toHaveLength(1);
});

test('a page that speaks no common version is unsupported_version (threat 15; fault 54)', async ({
  page,
  session,
  shop,
}) => {
  await page.unrouteAll();
  await page.route('**/embed/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script>const hash = new URLSearchParams(location.hash.slice(1));
        parent.postMessage({ pk: 1, t: 'h:hello', n: hash.get('n'), v: { min: 7, max: 9 } }, hash.get('o'));
      </script>`,
    }),
  );
  await shop.mount(session);
  expect(await shop.event('error')).toMatchObject({
    code: 'unsupported_version',
    recoverable: false,
  });
});

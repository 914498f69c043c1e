import { inWholeBrowser } from '../harness/browser/inWholeBrowser.ts';
import { cards, payButton, payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';
import type { Mode } from '../pages/modes.ts';

// A bank's own page is not in it: what the shopper sends there is an entry of the browser's.
test('declined, paid and closed, a checkout leaves no entry in the history, and Back leaves the shop (fault 31)', async ({
  account,
  page,
  servers,
  shop,
}) => {
  const before = servers.site.url('other', '/blank');
  await page.goto(before);
  await shop.open();
  const entries = () => page.evaluate(() => history.length);
  const length = await entries();
  await shop.mount(await account.createSession());
  await payWith(shop.frame(), cards.declined);
  await shop.event('decline');
  await payWith(shop.frame());
  await shop.event('complete');
  expect(await entries()).toBe(length);

  await shop.openOverlay(await account.createSession(), { name: 'over' });
  await shop.event('ready', 'over');
  await page.keyboard.press('Escape');
  await shop.event('close', 'over');
  expect(await entries()).toBe(length);
  await page.goBack();
  expect(page.url()).toBe(before);
});

// Inline and over the page it is told elsewhere. One page for all, as in a shop whose pages the browser keeps.
const modes: readonly Mode[] = ['element', 'prepared', 'react'];

test(
  'paid elsewhere while the shopper was away, a checkout completes on Back, however it was begun (fault 26)',
  inWholeBrowser,
  async ({ account, page, servers, shop }) => {
    await page.goto(servers.site.url('shop', '/modes'));
    await page.waitForFunction(() => 'begin' in window);
    for (const mode of modes) {
      const session = await account.createSession();
      await page.evaluate(
        ([way, secureToken, host]) => {
          window.begin(way, { secureToken, host, redirect: 'never' }, way);
        },
        [mode, session.secure_token, servers.pay] as const,
      );
      await shop.event('ready', mode);
      await page.goto(servers.site.url('other', '/blank'));
      await account.settle(session.id, 'complete');
      await page.goBack({ waitUntil: 'commit' });
      await shop.event('complete', mode);
      expect(await shop.events('complete', mode), mode).toHaveLength(1);
      expect(await shop.events('error', mode), mode).toEqual([]);
    }
  },
);

test('a checkout visited again is asked of the server again, and nothing is kept that could answer (fault 58)', async ({
  account,
  page,
  servers: { faults, site },
}) => {
  const host = faults.origin('none', 'everything');
  const { secure_token: token } = await account.createSession();
  const visit = async (): Promise<number | undefined> =>
    (await page.goto(`${host}/checkout/${token}`))?.status();
  expect(await visit()).toBe(200);
  await expect(payButton(page)).toBeVisible();
  const kept = await page.evaluate(async () => [
    (await navigator.serviceWorker.getRegistrations()).length,
    (await caches.keys()).length,
    localStorage.length + sessionStorage.length,
    (await indexedDB.databases()).length,
    document.cookie,
  ]);
  expect(kept).toEqual([0, 0, 0, 0, '']);
  await page.goto(site.url('other', '/blank'));
  faults.change(host, 'status-500');
  expect(await visit()).toBe(500);
});

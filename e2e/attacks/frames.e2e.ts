import type { Page } from '@playwright/test';
import { addFrame } from '../harness/attackers/addFrame.ts';
import { asked } from '../harness/browser/asked.ts';
import { inWholeBrowser } from '../harness/browser/inWholeBrowser.ts';
import { holdPage } from '../harness/faults/holdPage.ts';
import { flood } from '../harness/attackers/forgeries.ts';
import { nonceOf } from '../harness/attackers/handleOf.ts';
import { payButton, payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

test.beforeEach(async ({ shop }) => {
  await shop.open();
});

/** Keeps the merchant's page busy until the function given is called: it hears and answers nothing meanwhile. */
async function keepBusy(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/attack-is-over', async (route) => {
    await released;
    await route.fulfill({ status: 204 });
  });
  const begun = page.waitForRequest('**/attack-is-over');
  await page.evaluate(() => {
    setTimeout(() => {
      const waiting = new XMLHttpRequest();
      waiting.open('GET', '/attack-is-over', false);
      waiting.send();
    });
  });
  await begun;
  return release;
}

test(
  'a sibling that hands the hosted page its own port and token is not heard, though it is first (threats 3 and 12)',
  inWholeBrowser,
  async ({ account, page, servers, session: mine, shop }) => {
    const evil = await addFrame(page, servers.site.url('evil', '/hostile'));
    const theirs = await account.createSession({
      line_items: [{ price_id: 'price_basic', quantity: 1 }],
    });
    const release = await holdPage(page);
    await page.route('**/attack-goes-on', (route) => route.fulfill({ status: 204 }));
    await shop.mount(mine, { timeoutMs: 60_000 });
    const n = await nonceOf(shop.element());
    await evil.evaluate(
      ([nonce, token, anyone]) => {
        const hand = () => {
          for (let index = 0; index < window.parent.length; index += 1) {
            if (window.parent[index] === window) continue;
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = ({ data }) => window.hostile.heard.push(data);
            for (const v of [1, { min: 1, max: 1 }]) {
              const ports = v === 1 ? [port2] : [];
              window.parent[index]?.postMessage({ pk: 1, t: 's:port', n: nonce, v }, anyone, ports);
            }
            port1.postMessage({ t: 's:init', seq: 1, token, mode: 'inline', redirect: 'never' });
          }
        };
        // It hands ten of them, and the next ten once the test has heard of that.
        const goOn = async (): Promise<void> => {
          for (let time = 0; time < 10; time += 1) hand();
          await fetch('/attack-goes-on', { method: 'POST' });
          setTimeout(() => void goOn(), 1);
        };
        void goOn();
      },
      [n, theirs.secure_token, '*'] as const,
    );
    // Else the merchant's port would nearly always be first. The whole browser gives each site a process of its own.
    const answer = await keepBusy(page);
    const loaded = page.waitForResponse('**/assets/checkout*.js');
    release();
    await loaded;
    for (let more = 0; more < 30; more += 1) await page.waitForRequest('**/attack-goes-on');
    answer();
    await expect(payButton(shop.frame())).toHaveText('Pay $49.00');
    await payWith(shop.frame());
    expect(await shop.event('complete')).toMatchObject({ session: mine.id });
    expect(await account.readSession(theirs.id)).toMatchObject({ state: 'open' });
    expect(await evil.evaluate(() => window.hostile.heard)).toEqual([]);
  },
);

test("an attacker's own checkout nested in his frame is not taken for the merchant's (threat 3)", async ({
  account,
  page,
  servers,
  shop,
}) => {
  const origin = new URL(servers.site.url('evil')).origin;
  const theirs = await account.createSession({
    allowed_origins: [origin, new URL(servers.site.url('shop')).origin],
  });
  const release = await holdPage(page);
  const mine = await account.createSession();
  await shop.mount(mine, { timeoutMs: 15_000 });
  const n = await nonceOf(shop.element());
  const evil = await addFrame(page, servers.site.url('evil', '/hostile'));
  // The genuine one tells only the window around it; one that was led astray tells the top, too.
  let greeted = 0;
  await page.route(`${servers.pay}/greeted`, async (route) => {
    greeted += 1;
    await route.fulfill({ status: 204 });
  });
  await page.route(`${servers.pay}/astray?*`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script>const n = new URLSearchParams(location.search).get('n');
        top.postMessage({ pk: 1, t: 'h:hello', n, v: { min: 1, max: 1 } }, '*');
        void fetch('/greeted', { method: 'POST' });</script>`,
    }),
  );
  await evil.evaluate(
    async ([pay, token, nonce, victim]) => {
      const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
      const text = btoa(String.fromCharCode(...new Uint8Array(hash)));
      const handle = text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
      const frame = document.createElement('iframe');
      frame.src = `${pay}/embed/${handle}#pk=1&n=${nonce}&o=${encodeURIComponent(victim)}`;
      document.body.append(frame);
      const astray = document.createElement('iframe');
      astray.src = `${pay}/astray?n=${nonce}`;
      document.body.append(astray);
    },
    [servers.pay, theirs.secure_token, n, new URL(servers.site.url('shop')).origin] as const,
  );
  await expect.poll(() => greeted).toBe(1);
  release();
  // Had that hello been taken for the checkout's, nobody would listen to the real one.
  await payWith(shop.frame('#checkout'));
  expect(await shop.event('complete')).toMatchObject({ session: mine.id });
  expect(await account.readSession(theirs.id)).toMatchObject({ state: 'open' });
});

test("the checkout's own frame, navigated to another site, gets neither port nor token (threats 2, 8, 44; fault 33)", async ({
  page,
  servers,
  session,
  shop,
}) => {
  await shop.show(session);
  const n = await nonceOf(shop.element());
  for (const site of ['evil', 'pay', 'pay.localhost.evil', 'xpay', 'pay-shop']) {
    const address = servers.site.url(site, '/hostile');
    await shop.element().evaluate((frame: HTMLIFrameElement, src) => {
      frame.src = src;
    }, address);
    await expect.poll(() => page.frames().at(-1)?.url()).toBe(address);
    const evil = page.frames().at(-1);
    if (evil === undefined) throw new Error('The frame did not navigate.');
    await evil.waitForFunction(() => 'hostile' in window, undefined, asked);
    await flood(evil, n, 5);
    await page.evaluate(() => {
      const checkout = window.shop.checkouts['main'];
      checkout?.update({ locale: 'de' });
      checkout?.focus();
    });
    await flood(evil, n, 5);
    expect(await evil.evaluate(() => window.hostile.heard), site).toEqual([]);
    const types = (await shop.events()).map(({ type }) => type);
    for (const type of ['complete', 'cancel', 'expire']) expect(types, site).not.toContain(type);
  }
});

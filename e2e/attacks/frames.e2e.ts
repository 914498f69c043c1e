import { addFrame } from '../harness/attackers/addFrame.ts';
import { asked } from '../harness/browser/asked.ts';
import { holdPage } from '../harness/faults/holdPage.ts';
import { flood } from '../harness/attackers/forgeries.ts';
import { nonceOf } from '../harness/attackers/handleOf.ts';
import { payButton, payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

test.beforeEach(async ({ shop }) => {
  await shop.open();
});

test('a sibling that hands the hosted page its own port and token is not heard (threats 3 and 12)', async ({
  account,
  page,
  servers,
  shop,
}) => {
  const evil = await addFrame(page, servers.site.url('evil', '/hostile'));
  const mine = await account.createSession();
  const theirs = await account.createSession({
    line_items: [{ price_id: 'price_basic', quantity: 1 }],
  });
  const release = await holdPage(page);
  await shop.mount(mine);
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
      setInterval(hand, 1);
    },
    [n, theirs.secure_token, '*'] as const,
  );
  release();
  await expect(payButton(shop.frame())).toHaveText('Pay $49.00');
  await payWith(shop.frame());
  expect(await shop.event('complete')).toMatchObject({ session: mine.id });
  expect(await account.readSession(theirs.id)).toMatchObject({ state: 'open' });
  expect(await evil.evaluate(() => window.hostile.heard)).toEqual([]);
});

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
  await evil.evaluate(
    async ([pay, token, nonce, victim]) => {
      const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
      const text = btoa(String.fromCharCode(...new Uint8Array(hash)));
      const handle = text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
      const frame = document.createElement('iframe');
      frame.src = `${pay}/embed/${handle}#pk=1&n=${nonce}&o=${encodeURIComponent(victim)}`;
      document.body.append(frame);
    },
    [servers.pay, theirs.secure_token, n, new URL(servers.site.url('shop')).origin] as const,
  );
  release();
  await payWith(shop.frame('#checkout'));
  expect(await shop.event('complete')).toMatchObject({ session: mine.id });
  expect(await account.readSession(theirs.id)).toMatchObject({ state: 'open' });
});

test("the checkout's own frame, navigated to another site, gets neither port nor token (threats 2, 8, 44)", async ({
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

import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { addFrame } from '../harness/attackers/addFrame.ts';
import { holdPage } from '../harness/faults/holdPage.ts';
import { flood, forgeries } from '../harness/attackers/forgeries.ts';
import { nonceOf } from '../harness/attackers/handleOf.ts';
import { inWholeBrowser } from '../harness/browser/inWholeBrowser.ts';
import { payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

function pageErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

/** In the page: removes all frames while the last one talks, puts the first one back, and counts what had no source. */
const leaveMessagesBehind = (): Promise<number> =>
  new Promise((resolve) => {
    let sourceless = 0;
    window.addEventListener('message', ({ source }) => {
      if (source === null) sourceless += 1;
    });
    // While this task waits for its answer the frame's messages queue; removed with it, they lose their source.
    const waiting = new XMLHttpRequest();
    waiting.open('GET', '/attack-has-talked', false);
    waiting.send();
    const frames = [...document.querySelectorAll('iframe')];
    const home = frames[0]?.parentElement;
    for (const frame of frames) frame.remove();
    setTimeout(() => {
      if (frames[0] !== undefined) home?.append(frames[0]);
      resolve(sourceless);
    }, 300);
  });

/** Serves a frame that says hello again and again, and answers a page that waits when it has said more. */
async function serveTalkingFrame(page: Page, pay: string): Promise<void> {
  const waiting: (() => void)[] = [];
  await page.route(`${pay}/attack?*`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script>const n = new URLSearchParams(location.search).get('n');
        const hello = { pk: 1, t: 'h:hello', n, v: { min: 1, max: 1 } };
        const talk = async () => {
          for (let i = 0; i < 100; i += 1) parent.postMessage(hello, '*');
          await fetch('/attack-talks', { method: 'POST' });
          setTimeout(talk, 1);
        };
        void talk();
      </script>`,
    }),
  );
  await page.route(`${pay}/attack-talks`, async (route) => {
    // What was said before the page began to wait it has heard already: the next one counts.
    const [released] = waiting.splice(0, 1);
    // A frame that is gone has its answer no more: who waits for that hears of it all the same.
    await route.fulfill({ status: 204 }).catch(() => undefined);
    released?.();
  });
  await page.route('**/attack-has-talked', async (route) => {
    const talked = new Promise<void>((resolve) => {
      waiting.push(() => waiting.push(resolve));
    });
    // The page stands still until it is answered: of a frame that says nothing it hears this, and tries another.
    await Promise.race([talked, pause(5000)]);
    waiting.length = 0;
    await route.fulfill({ status: 204 });
  });
}

test.beforeEach(async ({ shop }) => {
  await shop.open();
});

test('a hostile frame that knows the nonce forges every message and nothing is believed (threats 1, 16, 17, 18)', async ({
  page,
  servers,
  session,
  shop,
}) => {
  const errors = pageErrors(page);
  const evil = await addFrame(page, servers.site.url('evil', '/hostile'));
  const release = await holdPage(page);
  await shop.mount(session);
  const n = await nonceOf(shop.element());
  await flood(evil, n);
  expect(await shop.events()).toEqual([]);
  release();
  await shop.event('ready');
  await flood(evil, n);
  const heard = (await shop.events()).map(({ type }) => type);
  expect(heard.filter((type) => type !== 'ready' && type !== 'resize')).toEqual([]);
  expect(await page.evaluate(() => Reflect.get({}, 'polluted') as unknown)).toBeUndefined();
  await payWith(shop.frame());
  await shop.event('complete');
  expect(errors).toEqual([]);
  expect(JSON.stringify(await evil.evaluate(() => window.hostile.heard))).toBe('[]');
});

test('a MessageEvent made by a script of the page is not believed (threat 7)', async ({
  page,
  servers,
  session,
  shop,
}) => {
  const release = await holdPage(page);
  await shop.mount(session);
  const n = await nonceOf(shop.element());
  await page.evaluate(
    ([origin, messages]) => {
      const source = document.querySelector('iframe')?.contentWindow ?? null;
      const { port1 } = new MessageChannel();
      for (const data of messages) {
        window.dispatchEvent(new MessageEvent('message', { data, origin, source, ports: [port1] }));
      }
    },
    [servers.pay, forgeries(n)] as const,
  );
  expect(await shop.events()).toEqual([]);
  release();
  // Had the forged hello been taken, the real one would come too late and nothing would be ready.
  await payWith(shop.frame());
  await shop.event('complete');
});

test(
  'messages of frames that are gone have no source, and are not taken for the checkout (threat 4)',
  inWholeBrowser,
  async ({ page, servers, session, shop }) => {
    const errors = pageErrors(page);
    const release = await holdPage(page);
    await serveTalkingFrame(page, servers.pay);
    await shop.mount(session, { timeoutMs: 60_000 });
    const n = await nonceOf(shop.element());
    const countSourceless = async (): Promise<number> => {
      await addFrame(page, `${servers.pay}/attack?n=${n}`);
      return page.evaluate(leaveMessagesBehind);
    };
    await expect.poll(countSourceless).toBeGreaterThan(0);
    expect(errors).toEqual([]);
    expect(await shop.events()).toEqual([]);
    release();
    // Had such a hello been taken for the checkout's, nobody would listen to the real one.
    await payWith(shop.frame('#checkout'));
    await shop.event('complete');
    expect(errors).toEqual([]);
  },
);

test('whoever opens the page of a session cannot count how it stands (threat 59)', async ({
  account,
  page,
  servers,
}) => {
  const sessions = [];
  for (const how of [undefined, 'complete', 'expire'] as const) {
    const session = await account.createSession();
    if (how) await account.settle(session.id, how);
    sessions.push(session);
  }
  await page.goto(servers.site.url('evil', '/hostile'));
  const counts = [];
  for (const { url } of sessions) {
    const opening = page.waitForEvent('popup');
    await page.evaluate(
      (address) => {
        Object.assign(window, { victim: open(address) });
      },
      new URL(new URL(url).pathname, servers.pay).href,
    );
    const opened = await opening;
    // The first one is open, and its form comes after its heading.
    const heading = opened.getByRole('heading', { level: 1 });
    await expect(counts.length === 0 ? opened.locator('form') : heading).toBeVisible();
    counts.push(await page.evaluate(() => (Reflect.get(window, 'victim') as Window).length));
    await opened.close();
  }
  expect(counts).toEqual([0, 0, 0]);
});

import { asked } from '../harness/browser/asked.ts';
import { handleOf } from '../harness/attackers/handleOf.ts';
import { optionsFor } from '../harness/optionsFor.ts';
import { payButton, payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

const nowhere = { x: 0, y: 0, width: 0, height: 0 };

test('in a frame without an origin of its own the checkout shows nothing and says hello to nobody (threat 5)', async ({
  page,
  servers,
  session,
}) => {
  const shop = new URL(servers.site.url('shop')).origin;
  await page.goto(servers.site.url('shop', '/hostile'));
  let refused = 0;
  page.on('requestfailed', (request) => {
    if (request.url().endsWith('.js')) refused += 1;
  });
  for (const claimed of [shop, 'null']) {
    const fragment = `#pk=1&n=${'d'.repeat(22)}&o=${encodeURIComponent(claimed)}`;
    await page.evaluate(
      (src) => {
        const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', 'allow-scripts');
        frame.src = src;
        document.querySelector('#checkout')?.replaceChildren(frame);
      },
      `${servers.pay}/embed/${handleOf(session.secure_token)}${fragment}`,
    );
    const frame = page.locator('#checkout iframe').contentFrame();
    await expect(frame.getByText('Loading checkout')).toBeAttached();
    await expect(payButton(frame)).toHaveCount(0);
  }
  // Its own script is another origin's there, so the page cannot even begin.
  await expect.poll(() => refused).toBeGreaterThanOrEqual(2);
  expect(await page.evaluate(() => window.hostile.heard)).toEqual([]);
});

test('a shop page without an origin of its own is refused by a typed error, and pays nothing (threat 5)', async ({
  page,
  servers,
  session,
}) => {
  await page.goto(servers.site.url('other', '/blank'));
  await page.evaluate(
    (src) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.src = src;
      document.body.append(frame);
    },
    servers.site.url('shop', '/shop'),
  );
  const frame = page.frames()[1];
  if (frame === undefined) throw new Error('No frame');
  await frame.waitForFunction(() => 'shop' in window, undefined, asked);
  const code = await frame.evaluate(
    (options) =>
      new Promise<unknown>((resolve) => {
        const codeOf = (error: unknown) => Reflect.get(error as object, 'code') as unknown;
        try {
          const checkout = window.shop.PaymentKit.mountCheckout('#checkout', options);
          checkout.on('error', ({ error }) => {
            resolve(codeOf(error));
          });
        } catch (error) {
          resolve(codeOf(error));
        }
      }),
    optionsFor(session),
  );
  expect(code).toBe('origin_not_allowed');
  await expect(payButton(page.frameLocator('iframe').frameLocator('iframe'))).toHaveCount(0);
});

test('a click stolen by something laid over the frame pays nothing: no card is kept to pay with (threat 38)', async ({
  account,
  page,
  shop,
}) => {
  const session = await account.createSession({ customer_id: 'cus_abc123' });
  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(request.url());
  });
  await shop.show(session);
  await payButton(shop.frame()).click({ trial: true });
  await page.evaluate(() => {
    const bait = document.createElement('div');
    bait.style.cssText =
      'position:absolute;inset:0;height:300vh;z-index:9;opacity:.99;background:#fff;pointer-events:none';
    bait.textContent = 'Click here to win a print kit';
    document.body.append(bait);
  });
  // A shopper who missed the button by a moving page clicks again.
  await expect(async () => {
    const { x, y, width, height } = (await payButton(shop.frame()).boundingBox()) ?? nowhere;
    await page.mouse.click(x + width / 2, y + height / 2);
    await expect(shop.frame().getByText('Enter the card number.')).toBeVisible({ timeout: 2_000 });
  }).toPass();
  expect(posts).toEqual([]);
  expect(await shop.events('submit')).toEqual([]);
  expect(await account.readSession(session.id)).toMatchObject({ state: 'open' });
});

/**
 * In a frame: says hello, for longer than the second between two handshakes. A checkout whose frame has another page
 * listens once that has loaded.
 */
const greet = (anyone: '*'): Promise<void> =>
  new Promise((resolve) => {
    const n = new URLSearchParams(location.hash.slice(1)).get('n');
    let times = 0;
    const timer = setInterval(() => {
      parent.postMessage({ pk: 1, t: 'h:hello', n, v: { min: 1, max: 1 } }, anyone);
      if ((times += 1) <= 60) return;
      clearInterval(timer);
      resolve();
    }, 25);
  });

for (const where of ['in the place of the frame', 'in the frame itself'] as const) {
  const isInside = where === 'in the frame itself';
  test(`a skimmer that puts its own page ${where} gets neither port nor token (threat 39)`, async ({
    page,
    servers,
    session,
    shop,
  }) => {
    await shop.show(session);
    await shop.element().evaluate(
      (frame: HTMLIFrameElement, [src, inside]) => {
        const shown = inside ? frame : (frame.cloneNode() as HTMLIFrameElement);
        shown.src = src + new URL(frame.src).hash;
        if (inside) return;
        frame.style.display = 'none';
        shown.style.display = '';
        frame.after(shown);
      },
      [servers.site.url('evil', '/hostile'), isInside] as const,
    );
    const find = () => page.frames().find((frame) => frame.url().includes('//evil.'));
    await expect.poll(find).toBeDefined();
    const evil = find();
    if (evil === undefined) throw new Error('No frame');
    await evil.waitForFunction(() => 'hostile' in window, undefined, asked);
    const greeted = evil.evaluate(greet, '*' as const);
    // Moved, the hidden frame loads anew, and its checkout listens until it is greeted.
    if (!isInside)
      await shop
        .element()
        .first()
        .evaluate((frame) => frame.parentElement?.append(frame));
    await greeted;
    await page.evaluate(async () => {
      const checkout = window.shop.checkouts['main'];
      checkout?.update({ locale: 'de' });
      checkout?.focus();
      await checkout?.refresh();
    });
    expect(await evil.evaluate(() => window.hostile.heard)).toEqual([]);
    if (isInside) return;
    await shop
      .element()
      .last()
      .evaluate((frame) => {
        frame.remove();
      });
    expect(await shop.event('error')).toMatchObject({ code: 'frame_lost' });
  });
}

test('a page may hold its own checkout only by the word self, is warned, and pays (threat 47)', async ({
  account,
  page,
  servers,
  shop,
}) => {
  const { port } = new URL(servers.site.url('shop'));
  const script = await page.request.get(`http://127.0.0.1:${port}/assets/shop.js`);
  await page.route(`${servers.pay}/demo*`, async (route) =>
    route.fulfill(
      route.request().url().endsWith('.js')
        ? { contentType: 'text/javascript', body: await script.text() }
        : {
            contentType: 'text/html',
            body: '<!doctype html><title>Demo</title><div id="checkout"></div><script type="module" src="/demo.js"></script>',
          },
    ),
  );
  const session = await account.createSession({ allowed_origins: [servers.pay] });
  await page.goto(`${servers.pay}/demo`);
  await page.waitForFunction(() => 'shop' in window);
  await shop.mount(session, { name: 'refused' });
  expect(await shop.event('error', 'refused')).toMatchObject({ code: 'invalid_option' });
  expect(page.frames()).toHaveLength(1);
  await page.evaluate(() => window.shop.checkouts['refused']?.destroy());
  await shop.mount(session, { host: 'self' });
  await payWith(shop.frame());
  expect(await shop.event('warning')).toMatchObject({ code: 'self_host' });
  await shop.event('complete');
  expect(await account.readSession(session.id)).toMatchObject({ state: 'completed' });
});

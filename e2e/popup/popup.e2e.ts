import type { Page } from '@playwright/test';
import { inWholeBrowser } from '../harness/browser/inWholeBrowser.ts';
import { optionsFor } from '../harness/optionsFor.ts';
import { payButton, payWith } from '../harness/payWith.ts';
import { continueToShop } from '../harness/receipt.ts';
import { expect, test } from '../harness/test.ts';

const closed = (popup: Page) => expect.poll(() => popup.isClosed());

test(
  'the window opens in the click and waits for the token; paid, it goes and the shop’s tab goes on (4: 10)',
  inWholeBrowser,
  async ({ page, session, shop }) => {
    await shop.open('strict');
    const popup = await shop.openPopup(session, { late: true, redirect: 'auto' });
    expect(popup.url()).toBe('about:blank');
    await expect(popup).toHaveTitle('Checkout');
    await expect(popup.getByRole('status')).toHaveText('Loading checkout…');

    await page.evaluate(() => window.shop.answer());
    await expect(popup).toHaveTitle('Checkout: Alder Press');
    await payWith(popup);
    await page.waitForURL(/\/success\?session_id=/);
    await closed(popup).toBe(true);
    expect(await shop.violations()).toEqual([]);
  },
);

test('a second call finds the window, the shopper closes it, and destroy() closes one, too', async ({
  page,
  session,
  shop,
}) => {
  const popup = await shop.openPopup(session);
  await shop.event('ready');
  await page.evaluate(
    (secureToken) => window.shop.PaymentKit.popupCheckout({ secureToken }),
    session.secure_token,
  );
  expect(page.context().pages()).toHaveLength(2);
  await popup.close();
  expect(await shop.event('close')).toMatchObject({ reason: 'dismissed', phase: 'canceled' });
  expect(await shop.outcome()).toEqual({ outcome: 'canceled', reason: 'dismissed' });

  const other = await shop.openPopup(session, { name: 'other' });
  await shop.event('ready', 'other');
  await page.evaluate(() => window.shop.checkouts['other']?.destroy());
  await closed(other).toBe(true);
});

test('reloaded, or gone to another site and back, the page in the window is heard again', async ({
  servers,
  session,
  shop,
}) => {
  const popup = await shop.openPopup(session);
  await shop.event('ready');
  await popup.reload();
  await expect(payButton(popup)).toBeVisible();
  await popup.evaluate((bank) => location.assign(bank), servers.site.url('bank', '/blank'));
  await popup.waitForURL('**/blank');
  await popup.evaluate(() => history.back());
  await expect(payButton(popup)).toBeVisible();
  expect(await shop.phase()).toBe('ready');
  await payWith(popup);
  expect(await shop.event('complete')).toMatchObject({ verified: 'api' });
  const warnings = (await shop.events('warning')).map(({ code }) => code);
  expect(warnings.filter((code) => code !== 'slow')).toEqual([]);
  await closed(popup).toBe(true);
});

test('cut off by the shop’s Cross-Origin-Opener-Policy, it is a whole checkout, and the shop follows the session (fault 16)', async ({
  page,
  session,
  shop,
}) => {
  await shop.open('coop');
  const popup = await shop.openPopup(session);
  expect(await shop.event('warning')).toMatchObject({ code: 'popup_detached' });
  expect(popup.isClosed()).toBe(false);
  await payWith(popup);
  expect(await shop.event('complete')).toMatchObject({ verified: 'api' });
  await expect
    .poll(async () => (await shop.events()).map(({ type }) => type))
    .toEqual(['warning', 'complete', 'close']);
  expect(await page.evaluate(() => window.shop.checkouts['main']?.mode)).toBe('popup');
  await continueToShop(popup);
  await popup.waitForURL(/\/success\?session_id=/);
});

test('a window whose shop has gone takes the shopper there itself', async ({
  page,
  session,
  shop,
}) => {
  const popup = await shop.openPopup(session, { redirect: 'auto' });
  await shop.event('ready');
  await page.close();
  await payWith(popup);
  await continueToShop(popup);
  await popup.waitForURL(/\/success\?session_id=/);
});

test(
  'without a click the browser opens no window, and the shop is told (1D Shopify)',
  inWholeBrowser,
  async ({ page, session, shop }) => {
    // Before anything of the test's own runs in the page, which would count as a click.
    await page.addInitScript((options) => {
      addEventListener('load', () => {
        const checkout = window.shop.PaymentKit.popupCheckout(options);
        checkout.on('error', ({ error }) => (document.title = error.code));
      });
    }, optionsFor(session));
    await shop.open();
    await expect(page).toHaveTitle('popup_blocked');
    expect(page.context().pages()).toHaveLength(1);
  },
);

test('another window of the hosted page, and one that somebody else has opened, are not believed', async ({
  page,
  servers,
  session,
  shop,
}) => {
  const popup = await shop.openPopup(session);
  await shop.event('ready');
  const { hash } = new URL(popup.url());
  const n = new URLSearchParams(hash.slice(1)).get('n') ?? '';

  // A window of the same origin, with the same opener and nonce, that is not the one the shop has opened.
  const opening = page.waitForEvent('popup');
  await page.evaluate((url) => void open(url, 'checkout'), `${servers.pay}/checkout/none`);
  const sibling = await opening;
  await sibling.waitForLoadState();
  // The shop answers what comes last: what it would say to the others has come by then.
  await page.evaluate(() => {
    addEventListener('message', ({ data, origin, source }) => {
      if (data === 'last') source?.postMessage('last', { targetOrigin: origin });
    });
  });
  const heard = await sibling.evaluate(
    ([nonce, origin]) =>
      new Promise<unknown[]>((resolve) => {
        const messages: unknown[] = [];
        addEventListener('message', ({ data }) => {
          messages.push(data);
          if (data === 'last') resolve(messages);
        });
        const shopWindow = opener as Window;
        for (const t of ['h:hello', 'h:completed', 'h:canceled', 'h:bye']) {
          shopWindow.postMessage({ pk: 1, t, n: nonce, v: { min: 1, max: 1 }, seq: 1 }, origin);
        }
        shopWindow.postMessage('last', origin);
      }),
    [n, new URL(page.url()).origin] as const,
  );
  expect(heard).toEqual(['last']);
  expect((await shop.events()).map(({ type }) => type)).toEqual(['ready']);

  // The complete address, opened by a page that may not show the session: it hears nothing and is not heard.
  const evil = await page.context().newPage();
  await evil.goto(servers.site.url('evil', '/hostile'));
  const victim = evil.waitForEvent('popup');
  await evil.evaluate((url) => void Object.assign(window, { victim: open(url) }), popup.url());
  const opened = await victim;
  await expect(payButton(opened)).toBeVisible();
  await evil.evaluate(
    ([nonce, pay]) => {
      const { port1, port2 } = new MessageChannel();
      const target = (window as unknown as { victim: Window }).victim;
      target.postMessage({ pk: 1, t: 's:port', n: nonce, v: 1 }, pay, [port2]);
      port1.postMessage({ t: 's:close', seq: 1, reason: 'api' });
    },
    [n, servers.pay] as const,
  );
  await expect(payButton(opened)).toBeVisible();
  expect(await evil.evaluate(() => window.hostile.heard)).toEqual([]);
});

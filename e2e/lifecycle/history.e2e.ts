import type { Page } from '@playwright/test';
import { comeBack } from '../harness/browser/comeBack.ts';
import { inWholeBrowser } from '../harness/browser/inWholeBrowser.ts';
import { openScriptTag } from '../harness/openScriptTag.ts';
import { overlayFrame } from '../harness/overlay.ts';
import { cards, payButton, payWith } from '../harness/payWith.ts';
import { continueToShop } from '../harness/receipt.ts';
import { expect, test } from '../harness/test.ts';

// A bank's own page is not in it: what the shopper sends there is an entry of the browser's.
test('declined, paid and closed, a checkout leaves no entry in the history, and Back leaves the shop (fault 31)', async ({
  account,
  page,
  servers,
  session,
  shop,
}) => {
  const before = servers.site.url('other', '/blank');
  await page.goto(before);
  await shop.open();
  const entries = () => page.evaluate(() => history.length);
  const length = await entries();
  await shop.mount(session);
  await payWith(shop.frame(), cards.declined);
  await shop.event('decline');
  await payWith(shop.frame());
  await shop.event('complete');
  expect(await entries()).toBe(length);

  await shop.openOverlay(await account.createSession(), { name: 'over' });
  await shop.event('ready', 'over');
  // A key goes to whoever has the focus, which comes into the frame a while after the page was told.
  await expect(overlayFrame(page).getByLabel('Email', { exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await shop.event('close', 'over');
  expect(await entries()).toBe(length);
  await page.goBack();
  expect(page.url()).toBe(before);
});

/** What the page shows and was told when Back has found it again, and how the shopper goes on from there. */
const returns = {
  // The receipt is still over the page, and can be closed.
  auto: async ({ page, told }) => {
    await expect(page.getByRole('dialog')).toBeVisible();
    const kept = ['ready', 'submit', 'processing payment', 'complete', 'restored'];
    expect(await told()).toEqual(kept);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await told()).toEqual([...kept, 'close completed']);
  },
  // It hears only now that it is paid, and leaves for the receipt as it would have: once.
  redirect: async ({ page, told }) => {
    await page.waitForURL(/\/success/);
    await page.goBack({ waitUntil: 'commit' });
    await expect.poll(told).toEqual(['restored', 'complete', 'restored']);
  },
} satisfies Record<string, (stage: Returned) => Promise<void>>;

interface Returned {
  readonly page: Page;
  readonly told: () => Promise<string[]>;
}

for (const [mode, goOn] of Object.entries(returns)) {
  test(
    `Back from the receipt finds the script tag's page as it was, in mode ${mode}: paid, and free to go on`,
    inWholeBrowser,
    async ({ account, page, servers: { site } }) => {
      let told = (): Promise<string[]> => Promise.resolve([]);
      const payAndLeave = async (): Promise<void> => {
        const session = await account.createSession();
        told = await openScriptTag(page, site, session, mode);
        await page.getByRole('link', { name: 'Pay now' }).click();
        if (mode === 'auto') await payWith(overlayFrame(page));
        else {
          await payWith(page);
          await continueToShop(page);
        }
        await page.waitForURL(site.url('shop', `/success?session_id=${session.id}`));
      };
      if (mode === 'auto') await comeBack(page, payAndLeave);
      else {
        await payAndLeave();
        // It leaves again before it could be asked whether it is the same.
        await page.goBack({ waitUntil: 'commit' });
      }
      await goOn({ page, told });
      await expect(page.locator('body')).not.toHaveCSS('overflow', 'hidden');
      // Pressed once more it leads to where the shopper reads that it is paid.
      await page.getByRole('link', { name: 'Pay now' }).click();
      await page.waitForURL(/\/(success|checkout)/);
    },
  );
}

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

import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { hostedState, hostedStates } from './harness/hosted-states/hostedStates.ts';
import { openState } from './harness/hosted-states/openState.ts';
import { fillCard } from './harness/payWith.ts';
import { expect, test } from './harness/test.ts';
import { wearInter } from './harness/appearance/wearInter.ts';

const file = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
/** Takes a picture when every frame has drawn the new size and colours: those of another site do so by themselves. */
async function picture(page: Page, path: string): Promise<void> {
  // What has been scrolled out of sight is not drawn in a frame.
  await page.evaluate(() => {
    window.scrollTo(0, 0);
  });
  for (const frame of page.frames()) {
    if (frame.url().includes('/challenge/')) continue;
    await frame.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(resolve));
          setTimeout(resolve, 1_000);
        }),
    );
  }
  await page.screenshot({ path: file(path), fullPage: true, caret: 'initial' });
}

const schemes = ['light', 'dark'] as const;

for (const surface of ['page', 'frame'] as const) {
  for (const state of hostedStates) {
    if (state.only !== undefined && state.only !== surface) continue;
    test(`${surface} ${state.name}`, async ({ account, page, shop }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await openState(state, surface, { account, page, shop });
      for (const width of [320, 480, 768, 1024, 1280]) {
        for (const colorScheme of schemes) {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme });
          const size = `${String(width)}-${colorScheme}`;
          await picture(page, `screenshots/${surface}-${state.name}-${size}.png`);
        }
      }
    });
  }
}

for (const fault of ['hang', 'status-500'] as const) {
  test(`error panel and skeleton: ${fault}`, async ({ page, servers, session, shop }) => {
    await shop.open();
    const timeoutMs = fault === 'hang' ? 60_000 : 1_000;
    await shop.mount(session, {
      host: servers.faults.origin(fault),
      timeoutMs,
    });
    if (fault !== 'hang') await shop.event('error');
    for (const colorScheme of schemes) {
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        await page.screenshot({
          path: file(`screenshots/sdk-${fault}-${String(width)}-${colorScheme}.png`),
          fullPage: true,
        });
      }
    }
  });
}

for (const locale of ['de', 'fr', 'es', 'ar']) {
  test(`in ${locale}`, async ({ account, page, shop }) => {
    const session = await account.createSession({
      line_items: [
        { price_id: 'price_premium', quantity: 12 },
        { price_id: 'price_pro_monthly', quantity: 1 },
      ],
      promotion_code: 'SAVE20',
    });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${session.url}?locale=${locale}`);
      await page.getByRole('textbox').first().waitFor();
      await page.locator('summary').click();
      await page.locator('.test li').first().waitFor();
      await page.screenshot({
        path: file(`screenshots/page-in-${locale}-${String(width)}-light.png`),
        fullPage: true,
      });
    }
    await shop.open();
    await shop.mount(session, { locale });
    await shop.event('ready');
    await page.screenshot({
      path: file(`screenshots/frame-in-${locale}-1280-light.png`),
      fullPage: true,
    });
  });
}

for (const name of ['everything', 'completed', 'offer', 'errors']) {
  test(`text of 200 %: ${name}`, async ({ account, page, shop }) => {
    const state = hostedState(name);
    await openState(state, 'page', { account, page, shop });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.screenshot({
        path: file(`screenshots/page-large-${name}-${String(width)}-light.png`),
        fullPage: true,
      });
    }
  });
}

for (const name of ['everything', 'declined', 'errors', 'completed']) {
  test(`forced colours: ${name}`, async ({ account, page, shop }) => {
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await openState(hostedState(name), 'page', { account, page, shop });
    await page.setViewportSize({ width: 480, height: 800 });
    await picture(page, `screenshots/page-forced-${name}-480-light.png`);
  });
}

test('a receipt on paper', async ({ account, page, shop }) => {
  await openState(hostedState('completed'), 'page', { account, page, shop });
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 800, height: 1000 });
  await picture(page, 'screenshots/page-print-completed-800-light.png');
});

test('amounts of millions and names that never end', async ({ account, page }) => {
  const makePrice = async (name: string, unit_amount_atom: number): Promise<string> => {
    const product_id = await account.create('products', { name });
    return account.create('prices', { product_id, currency: 'usd', unit_amount_atom });
  };
  const kit = 'Hand-set letterpress starter kit with two founts of Garamond and a printed course';
  const word = 'Druckereifarbenlieferantenjahresabonnementsverlängerung';
  const session = await account.createSession({
    line_items: [
      { price_id: await makePrice(kit, 1_150_000_099), quantity: 12 },
      { price_id: await makePrice(word, 101_900), quantity: 1 },
    ],
    promotion_code: 'SAVE20',
  });
  for (const locale of ['en', 'de', 'fr', 'es', 'ar']) {
    for (const width of [320, 960]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${session.url}?locale=${locale}`);
      await page.getByRole('textbox').first().waitFor();
      await picture(page, `screenshots/page-long-in-${locale}-${String(width)}-light.png`);
    }
  }
});

test('the window of a popup', async ({ account, shop }) => {
  await shop.open();
  const line_items = ['premium', 'standard'].map((name) => ({
    price_id: `price_${name}`,
    quantity: 1,
  }));
  const window = await shop.openPopup(await account.createSession({ line_items }));
  await window.getByRole('textbox').first().waitFor();
  await window.screenshot({ path: file('screenshots/popup-ready-480-light.png') });
});

test('the shop’s own colours', async ({ page, session, shop }) => {
  await shop.open();
  const appearance = { accentColor: '#0b5d4b', radius: '2px', fontFamily: 'Georgia, serif' };
  await shop.mount(session, { appearance });
  await shop.event('ready');
  await page.screenshot({
    path: file('screenshots/frame-appearance-1280-light.png'),
    fullPage: true,
  });
});

for (const colorScheme of schemes) {
  test(`the picture of the README, ${colorScheme}`, async ({ account, page }) => {
    const line_items = [
      { price_id: 'price_premium', quantity: 1 },
      { price_id: 'price_standard', quantity: 1 },
    ];
    const session = await account.createSession({ line_items });
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 1120, height: 640 });
    await page.goto(session.url);
    await fillCard(page);
    await page.getByRole('textbox', { name: 'Security code' }).blur();
    await expect(page.getByText('Visa', { exact: true })).toBeVisible();
    await wearInter(page);
    await page.screenshot({ path: file(`docs/images/checkout-${colorScheme}.png`) });
  });
}

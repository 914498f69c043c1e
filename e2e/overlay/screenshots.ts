import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { Account } from '../harness/createAccount.ts';
import type { Shop } from '../harness/createShop.ts';
import { overlayFrame } from '../harness/overlay.ts';
import { cards, fillCard, payWith } from '../harness/payWith.ts';
import { never, strike } from '../harness/faults/strike.ts';
import { expect, test } from '../harness/test.ts';
import type { Servers } from '../harness/servers/withServers.ts';

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

interface World {
  readonly account: Account;
  readonly page: Page;
  readonly servers: Servers;
  readonly shop: Shop;
}

const open = async ({ account, shop }: World, locale = 'en'): Promise<void> => {
  const line_items = [{ price_id: 'price_premium', quantity: 1 }];
  await shop.openOverlay(await account.createSession({ line_items }), { locale });
  await shop.event('ready');
};

/** What a shopper sees of the dialog that the SDK draws, and how it comes about. */
const states: Readonly<Record<string, (world: World) => Promise<void>>> = {
  async loading({ account, page, shop }) {
    await strike(page, '**/embed/*', never);
    await shop.openOverlay(await account.createSession());
  },
  ready: (world) => open(world),
  arabic: (world) => open(world, 'ar'),
  async asks(world) {
    await open(world);
    await fillCard(overlayFrame(world.page));
    await world.page.keyboard.press('Escape');
  },
  async processing(world) {
    await strike(world.page, '**/api/checkout/session/payments', never);
    await open(world);
    await payWith(overlayFrame(world.page));
    await world.page.keyboard.press('Escape');
  },
  async declined(world) {
    await open(world);
    await payWith(overlayFrame(world.page), cards.noFunds);
    await expect(overlayFrame(world.page).getByRole('alert')).toBeVisible();
  },
  async completed(world) {
    await open(world);
    await payWith(overlayFrame(world.page));
    await expect(overlayFrame(world.page).getByRole('heading', { name: /complete/ })).toBeVisible();
  },
  async failed({ account, servers, shop }) {
    const host = servers.faults.origin('status-500');
    await shop.openOverlay(await account.createSession(), { host, timeoutMs: 1_000 });
    await shop.event('error');
  },
};

const sizes = [
  [1280, 800],
  [480, 800],
  [360, 740],
  [740, 360],
] as const;

for (const [name, reach] of Object.entries(states)) {
  test(`overlay ${name}`, async ({ account, page, servers, shop }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await shop.open();
    await reach({ account, page, servers, shop });
    for (const [width, height] of sizes) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme });
        await page.waitForTimeout(300);
        const size = `${String(width)}-${colorScheme}`;
        await page.screenshot({ path: file(`screenshots/overlay-${name}-${size}.png`) });
      }
    }
  });
}

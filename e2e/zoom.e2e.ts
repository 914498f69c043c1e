import type { FrameLocator, Page } from '@playwright/test';
import { fillCard, payButton, payWith } from './harness/payWith.ts';
import { expect, test } from './harness/test.ts';

/** How far a page, and the page in a frame, can be moved sideways, in pixels. */
const sideways = async (page: Page, frame: FrameLocator): Promise<number[]> => [
  await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  await frame.locator('html').evaluate((root) => root.scrollWidth - innerWidth),
];

// A window of 1280 × 1024 whose shopper has made everything four times as large.
test.use({ viewport: { width: 320, height: 256 } });

test('at a zoom of 400 % nothing moves sideways, and the card is paid in the page and over it', async ({
  account,
  page,
  shop,
}) => {
  await shop.open();
  await shop.mount(await account.createSession());
  await payWith(shop.frame());
  await shop.event('complete');
  expect(await sideways(page, shop.frame())).toEqual([0, 0]);

  await shop.openOverlay(await account.createSession(), { name: 'over' });
  const frame = page.locator('paymentkit-overlay iframe').contentFrame();
  await fillCard(frame);
  expect(await sideways(page, frame)).toEqual([0, 0]);
  const dialog = page.locator('paymentkit-overlay').getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Close checkout' })).toBeInViewport({ ratio: 1 });
  await payButton(frame).click();
  await shop.event('complete', 'over');
});

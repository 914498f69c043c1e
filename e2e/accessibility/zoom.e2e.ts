import type { FrameLocator, Page } from '@playwright/test';
import { overlayDialog, overlayFrame } from '../harness/overlay.ts';
import { fillCard, payButton, payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

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
  session,
  shop,
}) => {
  await shop.mount(session);
  await payWith(shop.frame());
  await shop.event('complete');
  expect(await sideways(page, shop.frame())).toEqual([0, 0]);

  await shop.openOverlay(await account.createSession(), { name: 'over' });
  const frame = overlayFrame(page);
  await fillCard(frame);
  expect(await sideways(page, frame)).toEqual([0, 0]);
  const close = overlayDialog(page).getByRole('button', { name: 'Close checkout' });
  await expect(close).toBeInViewport({ ratio: 1 });
  await payButton(frame).click();
  await shop.event('complete', 'over');
});

test('with text at 200 %, and pinched to twice its size, the overlay shows what the keyboard reaches, and is paid', async ({
  page,
  session,
  shop,
}) => {
  await page.setViewportSize({ width: 390, height: 664 });
  await shop.openOverlay(session);
  await shop.event('ready');
  const frame = overlayFrame(page);
  const ofPage = await page.context().newCDPSession(page);
  const ofFrame = await page.context().newCDPSession(page.frames()[1] ?? page);
  // As the browser's settings do it, which reach every process.
  for (const devtools of [ofPage, ofFrame]) {
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  }
  await expect(frame.locator('html')).toHaveCSS('font-size', '32px');
  await ofPage.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
  await expect.poll(() => page.evaluate(() => visualViewport?.scale)).toBe(2);

  await fillCard(frame);
  // All digits are seen at once.
  const number = frame.getByRole('textbox', { name: 'Card number' });
  expect(await number.evaluate((field) => field.scrollWidth - field.clientWidth)).toBe(0);
  await payButton(frame).focus();
  await expect(payButton(frame)).toBeInViewport({ ratio: 1 });
  expect(await sideways(page, frame)).toEqual([0, 0]);
  await page.keyboard.press('Enter');
  await shop.event('complete');
  await page.keyboard.press('Escape');
  await expect(page.locator('paymentkit-overlay')).toHaveCount(0);
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(2);
});

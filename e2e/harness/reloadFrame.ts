import type { FrameLocator, Page } from '@playwright/test';

/** Reloads the checkout in its frame. What is typed before the new page stands there goes with the old one. */
export async function reloadFrame(page: Page, frame: FrameLocator): Promise<void> {
  const reloaded = page.waitForEvent('framenavigated', (one) => one.url().includes('/embed/'));
  await frame.locator('html').evaluate(() => {
    location.reload();
  });
  await reloaded;
}

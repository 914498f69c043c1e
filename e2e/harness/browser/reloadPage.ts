import type { Page } from '@playwright/test';

/**
 * Reloads a page that has only just come. It is the page that does it: the browser refuses that of the driver, as "not
 * attached to an active page", until it has taken up itself what the page has told the driver already, which on a busy
 * machine comes later.
 */
export async function reloadPage(page: Page): Promise<void> {
  const reloaded = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
  await page.evaluate(() => {
    location.reload();
  });
  await reloaded;
}

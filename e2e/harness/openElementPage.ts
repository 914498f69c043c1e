import type { Page } from '@playwright/test';
import type { PageServer } from './servers/startPageServer.ts';

/** Opens a page that knows `<paymentkit-checkout>`, with this markup where its checkouts stand. */
export async function openElementPage(page: Page, site: PageServer, markup: string): Promise<void> {
  await page.goto(site.url('shop', '/modes'));
  await page.waitForFunction(() => 'begin' in window);
  await page.locator('#checkout').evaluate((place, html) => {
    place.insertAdjacentHTML('beforeend', html);
  }, markup);
}

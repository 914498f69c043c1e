import type { FrameLocator, Page } from '@playwright/test';

/** The frame of a checkout in somebody's page. */
const frames = 'iframe[src*="/embed/"]';

/** The hosted page, wherever it is shown: as the page itself, or in a frame of it. Waits until there is one. */
export async function findHostedPage(page: Page): Promise<Page | FrameLocator> {
  const whole = page
    .waitForURL(({ pathname }) => pathname.startsWith('/checkout/'))
    .then(() => page);
  const framed = page
    .locator(frames)
    .first()
    .waitFor({ state: 'attached' })
    .then(() => page.frameLocator(frames));
  return Promise.any([whole, framed]);
}

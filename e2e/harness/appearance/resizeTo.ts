import { expect, type Page } from '@playwright/test';

/** Makes the window so large, and waits until its page has that size, which comes a moment later. */
export async function resizeTo(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await expect
    .poll(() => page.evaluate(() => [innerWidth, innerHeight]), { intervals: [0, 10, 50] })
    .toEqual([width, height]);
}

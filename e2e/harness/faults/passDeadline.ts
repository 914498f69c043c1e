import { expect, type Page } from '@playwright/test';
import type { Shop } from '../createShop.ts';

/**
 * Lets time pass by the clock of the page until the checkout has given its frame up. Again and again: the deadline counts
 * from the moment in which the frame is built, which may come after the time has passed.
 */
export const passDeadline = (page: Page, shop: Shop): Promise<void> =>
  expect
    .poll(async () => {
      await page.clock.fastForward(15_000);
      return (await shop.events('error')).length;
    })
    .toBe(1);

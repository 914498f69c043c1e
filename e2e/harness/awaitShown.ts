import { expect, type FrameLocator, type Page } from '@playwright/test';

/** Waits until a checkout in a frame can be seen: what is pressed before that, the skeleton over it gets. */
export async function awaitShown(checkout: Page | FrameLocator): Promise<void> {
  if ('owner' in checkout) await expect(checkout.owner()).toHaveCSS('opacity', '1');
}

import type { Locator, Page } from '@playwright/test';

/**
 * Leaves the receipt of the hosted page at once, and does what `pressed` says once the button is. It goes by itself a few
 * seconds later, and on a busy machine that may come first: then there is no button to wait for.
 */
export const continueToShop = (page: Page, pressed?: () => Promise<void>): Promise<void> =>
  leaveReceipt(page, (button) => button.click().then(pressed));

/** Lets the receipt be read, by the clock of the page, until it goes to the shop by itself. */
export const readReceipt = (page: Page): Promise<void> =>
  leaveReceipt(page, async (button) => {
    await button.waitFor();
    await page.clock.fastForward(3_000);
  });

async function leaveReceipt(page: Page, leave: (button: Locator) => Promise<void>): Promise<void> {
  const left = page.waitForURL(({ pathname }) => !pathname.startsWith('/checkout/'), {
    waitUntil: 'commit',
  });
  const button = page.getByRole('button', { name: 'Continue to Alder Press', exact: true });
  await Promise.race([left, leave(button).then(() => left)]);
}

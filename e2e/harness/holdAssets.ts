import type { Page } from '@playwright/test';

/** Holds the hosted page's script back: its document is there, and has not yet said hello. */
export async function holdAssets(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/assets/checkout*.js', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

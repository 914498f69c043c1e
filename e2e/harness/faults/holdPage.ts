import type { Page } from '@playwright/test';

/** Holds the hosted page back: its frame is there, and has not yet said hello. */
export async function holdPage(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/embed/*', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

import { errors, type Locator } from '@playwright/test';

/**
 * Clicks what may take its own window away. The browser then closes it before it has answered the mouse, and Playwright
 * calls the click a failure: it is one only where the window stays.
 */
export async function clickAndClose(button: Locator): Promise<void> {
  const page = button.page();
  try {
    await button.click();
  } catch (error) {
    if (error instanceof errors.TimeoutError) throw error;
    const hasGone = page.isClosed() || page.waitForEvent('close', { timeout: 5_000 });
    await Promise.resolve(hasGone).catch(() => {
      throw error;
    });
  }
}

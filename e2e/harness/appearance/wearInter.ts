import type { Page } from '@playwright/test';

/**
 * Pictures for reading stand in Inter where it is installed: what `system-ui` is differs from one machine to the next. An
 * adopted sheet, since the pages' policies allow no other.
 */
export const wearInter = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':root { --pk-font: Inter, system-ui, sans-serif }');
    document.adoptedStyleSheets.push(sheet);
    await document.fonts.ready;
  });

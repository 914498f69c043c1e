import type { Page } from '@playwright/test';

/** Whether a font is on this machine. `document.fonts.check` says yes to every name that no page has loaded. */
const hasFont = (page: Page, font: string): Promise<boolean> =>
  page.evaluate((name) => {
    const pen = document.createElement('canvas').getContext('2d');
    const widthIn = (family: string): number | undefined => {
      if (pen) pen.font = `100px ${family}`;
      return pen?.measureText('Million').width;
    };
    return widthIn(`"${name}", monospace`) !== widthIn('monospace');
  }, font);

/**
 * Pictures for reading stand in Inter: what `system-ui` is differs from one machine to the next. An adopted sheet, since
 * the pages' policies allow no other.
 */
export async function wearInter(page: Page, font = 'Inter'): Promise<void> {
  if (!(await hasFont(page, font))) {
    throw new Error(
      `Failed to take the picture: ${font} is not installed, and another font would take its place. ` +
        'Install it (in Debian: fonts-inter), then try again.',
    );
  }
  await page.evaluate(async (name) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`:root { --pk-font: "${name}", system-ui, sans-serif }`);
    document.adoptedStyleSheets.push(sheet);
    await document.fonts.ready;
  }, font);
}

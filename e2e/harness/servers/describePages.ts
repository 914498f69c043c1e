import type { BrowserContext, Page } from '@playwright/test';

const describe = async (page: Page): Promise<string> => {
  const seen = await page.ariaSnapshot({ mode: 'ai', timeout: 5_000 }).catch(String);
  return `${page.url()}\n${seen}`;
};

/** Where the pages of this browser are and what a screen reader would find there, for the log: without the tokens. */
export async function describePages(context: BrowserContext): Promise<string> {
  const contexts = context.browser()?.contexts() ?? [context];
  const seen = await Promise.all(contexts.flatMap((one) => one.pages()).map(describe));
  return seen.join('\n\n').replaceAll(/\bcst_[\w-]+/g, 'cst_…');
}

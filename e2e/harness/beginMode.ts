import type { Page } from '@playwright/test';
import type { Mode } from '../pages/modes.ts';
import type { PlainOptions } from './createShop.ts';
import type { PageServer } from './servers/startPageServer.ts';

/** Begins a checkout in one of the ways, under a name in the record of the page, which is opened unless it is there. */
export async function beginMode(
  page: Page,
  site: PageServer,
  mode: Mode,
  options: Omit<PlainOptions, 'loading'>,
  name: string = mode,
): Promise<void> {
  const address = site.url('shop', '/modes');
  if (page.url() !== address) await page.goto(address);
  await page.waitForFunction(() => 'begin' in window);
  await page.evaluate(
    ([way, given, as]) => {
      window.begin(way, given, as);
    },
    [mode, options, name] as const,
  );
}

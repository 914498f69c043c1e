import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { Session } from './createAccount.ts';
import type { PageServer } from './servers/startPageServer.ts';

const built = fileURLToPath(new URL('../../dist/paymentkit.global.js', import.meta.url));

const types = [
  ...['ready', 'submit', 'processing', 'decline', 'complete', 'cancel', 'expire', 'close'],
  ...['fallback', 'warning', 'error'],
];

/**
 * Opens a shop's page that has nothing but a link and the script tag. Gives what the link was told since, each with its
 * step or its code, and when the page came back from the back-forward cache.
 */
export async function openScriptTag(
  page: Page,
  site: PageServer,
  { url }: Session,
  mode = 'auto',
): Promise<() => Promise<string[]>> {
  await page.goto(site.url('shop', '/blank'));
  await page.setContent(
    `<a href="${url}" data-paymentkit-checkout data-paymentkit-mode="${mode}">Pay now</a>
    <script>const told = [];
    for (const type of ${JSON.stringify(types)})
      addEventListener('paymentkit:' + type, ({ detail: { step, code, reason } }) =>
        told.push([type, step ?? code ?? reason].filter(Boolean).join(' ')));
    addEventListener('pageshow', ({ persisted }) => persisted && told.push('restored'));</script>`,
  );
  await page.addScriptTag({ path: built });
  return () => page.evaluate<string[]>('told');
}

import type { Page } from '@playwright/test';
import type { Account } from '../harness/createAccount.ts';
import type { Servers } from '../harness/servers/withServers.ts';

/** What a page was refused by its own policy. */
export interface Watch {
  violations(): Promise<readonly string[]>;
}

declare global {
  interface Window {
    refusedByPolicy: string[];
  }
}

/** Opens a screen of an account and notes what the page's policy refuses from its first moment. */
export async function openDashboard(
  page: Page,
  servers: Servers,
  account: Account,
  screen = '',
): Promise<Watch> {
  await page.addInitScript(() => {
    window.refusedByPolicy = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      window.refusedByPolicy.push(`${violatedDirective} ${blockedURI}`);
    });
  });
  await page.goto(`${servers.pay}/dashboard/${account.id}${screen}`);
  return { violations: () => page.evaluate(() => window.refusedByPolicy) };
}

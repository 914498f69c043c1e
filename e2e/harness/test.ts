import { test as base } from '@playwright/test';
import { createMockServer } from 'paymentkit-mock-server';
import { createAccount, type Account } from './createAccount.ts';
import { createShop, type Shop } from './createShop.ts';
import { startFaultServer, type FaultServer } from './startFaultServer.ts';
import { startPageServer, type PageServer } from './startPageServer.ts';

export interface Servers {
  /** The mock server as Node reaches it. */
  readonly api: string;
  /** The same server as pages reach it, a site of its own. */
  readonly pay: string;
  readonly site: PageServer;
  readonly faults: FaultServer;
}

interface Fixtures {
  readonly account: Account;
  readonly shop: Shop;
}

/** One set of servers for each worker, one fresh account and merchant page for each test. */
export const test = base.extend<Fixtures, { servers: Servers }>({
  servers: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from the pattern
    async ({}, use) => {
      const mock = createMockServer({ quiet: true });
      const api = await mock.listen();
      const port = Number(new URL(api).port);
      const pay = `http://pay.localhost:${String(port)}`;
      const site = await startPageServer(pay);
      const faults = await startFaultServer(port);
      await use({ api, pay, site, faults });
      await Promise.all([site.close(), faults.close(), mock.close()]);
    },
    { scope: 'worker' },
  ],
  account: async ({ servers: { api, site } }, use) => {
    await use(createAccount(api, new URL(site.url('shop')).origin));
  },
  shop: async ({ page, servers: { site, pay } }, use) => {
    await use(createShop(page, site, pay));
  },
});

export { expect } from '@playwright/test';

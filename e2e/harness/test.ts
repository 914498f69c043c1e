import { createAccount, type Account } from './createAccount.ts';
import { createShop, type Shop } from './createShop.ts';
import { withServers } from './servers/withServers.ts';

interface Fixtures {
  readonly account: Account;
  readonly shop: Shop;
}

/** One set of servers for each worker, one fresh account and merchant page for each test. */
export const test = withServers.extend<Fixtures>({
  account: async ({ servers: { api, site } }, use) => {
    await use(createAccount(api, new URL(site.url('shop')).origin));
  },
  shop: async ({ page, servers: { site, pay } }, use) => {
    await use(createShop(page, site, pay));
  },
});

export { expect } from '@playwright/test';

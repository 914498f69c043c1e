import { createAccount, type Account, type Session } from './createAccount.ts';
import { createShop, type Shop } from './createShop.ts';
import { withServers } from './servers/withServers.ts';

interface Fixtures {
  readonly account: Account;
  /** One of the account, for who needs no other: a premium print kit at 49.00 USD. */
  readonly session: Session;
  readonly shop: Shop;
}

/** One set of servers for each worker, one fresh account and merchant page for each test. */
export const test = withServers.extend<Fixtures>({
  account: async ({ servers: { api, pay, site } }, use) => {
    await use(createAccount(api, new URL(site.url('shop')).origin, pay));
  },
  session: async ({ account }, use) => {
    await use(await account.createSession());
  },
  shop: async ({ page, servers: { site } }, use) => {
    await use(createShop(page, site));
  },
});

export { expect } from '@playwright/test';

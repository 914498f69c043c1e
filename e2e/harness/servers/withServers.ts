import { test } from '@playwright/test';
import { createMockServer } from 'paymentkit-mock-server';
import { describePages } from './describePages.ts';
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

/**
 * What every `test` of the suite is made from, also one that asks for no server. Tests that differ in what a worker holds
 * never share one, and each worker starts a browser: a process and two seconds of work for every difference.
 */
export const withServers = test.extend<{ lastSight: undefined }, { servers: Servers }>({
  servers: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from the pattern
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

  // The pictures of a failure are lost with the machine that it happened on, and the log is not.
  lastSight: [
    async ({ context }, use, testInfo) => {
      await use(undefined);
      if (testInfo.status !== testInfo.expectedStatus)
        console.error(`\n${testInfo.title}: where it ended\n${await describePages(context)}`);
    },
    { auto: true },
  ],
});

import type { Page } from '@playwright/test';
import type { Account, Session } from '../harness/createAccount.ts';
import type { Shop } from '../harness/createShop.ts';
import { cards, payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';
import { describeEvent, scenarios, type Step } from './scenarios.ts';

interface Stage {
  readonly page: Page;
  readonly shop: Shop;
  readonly account: Account;
  readonly session: Session;
}

/** The steps as a shopper, a bank and a network take them. */
const take: Record<Step, (stage: Stage) => Promise<unknown>> = {
  complete: async ({ shop }) => {
    const approve = shop.frame().locator('iframe').contentFrame().getByRole('button');
    const inChallenge = (await shop.events('processing')).some(
      ({ step }) => step === 'three_d_secure',
    );
    if (inChallenge) await approve.getByText('Approve').click();
    else await payWith(shop.frame());
    await shop.event('complete');
  },
  decline: async ({ shop }) => {
    await payWith(shop.frame(), cards.declined);
    await shop.event('decline');
  },
  challenge: async ({ shop }) => {
    await payWith(shop.frame(), cards.challenge);
    await expect.poll(async () => (await shop.events('processing')).length).toBe(2);
  },
  'fail the challenge': async ({ shop }) => {
    const bank = shop.frame().locator('iframe').contentFrame();
    await bank.getByRole('button', { name: 'Refuse' }).click();
    await shop.event('decline');
  },
  cancel: async ({ shop }) => {
    await shop.frame().getByRole('button', { name: 'Cancel and return to Alder Press' }).click();
    await shop.event('cancel');
  },
  expire: async ({ account, page, session, shop }) => {
    await shop.event('ready');
    await account.settle(session.id, 'expire');
    await page.evaluate(() => window.shop.checkouts['main']?.refresh());
    await shop.event('expire');
  },
  'fail to load': ({ shop }) => shop.event('error'),
  'go offline': ({ page }) => page.context().setOffline(true),
  'go online': async ({ page, shop }) => {
    await shop.event('error');
    await page.context().setOffline(false);
  },
};

for (const { name, before = [], steps, events, phase, result } of scenarios) {
  test(`as on the test kit's page: ${name}`, async ({ account, page, servers, shop }) => {
    const session = await account.createSession();
    const stage = { page, shop, account, session };
    const fails = steps.includes('fail to load');
    await shop.open();
    for (const step of before) await take[step](stage);
    await shop.mount(session, fails ? { host: servers.faults.origin('hang'), timeoutMs: 300 } : {});
    for (const step of steps) await take[step](stage);

    const seen = (await shop.events()).filter(({ type }) => type !== 'resize');
    expect(seen.map(describeEvent)).toEqual(events);
    expect(await shop.phase()).toBe(phase);
    const outcome = await page.evaluate(() => window.shop.outcomes['main'] ?? {});
    const { outcome: end = 'pending', reason } = outcome as Record<string, string>;
    expect([end, reason].filter(Boolean).join(' ')).toBe(result);
  });
}

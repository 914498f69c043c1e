import type { Page } from '@playwright/test';
import { describeEvent, scenarios, type Step } from '../contract/scenarios.ts';
import type { Account, Session } from '../harness/createAccount.ts';
import type { Shop } from '../harness/createShop.ts';
import { cards, payWith } from '../harness/payWith.ts';
import { repeats } from '../harness/repeats.ts';
import { expect, test } from '../harness/test.ts';

interface Stage {
  /** The merchant's page. */
  readonly page: Page;
  /** The window of the checkout. */
  readonly popup: Page;
  readonly shop: Shop;
  readonly account: Account;
  readonly session: Session;
}

/**
 * A browser that is told to have no network tells each of its windows at another time: the story without one takes it
 * away in another manner, and is a test of its own.
 */
type Online = Exclude<Step, 'go offline' | 'go online'>;

const bankOf = (popup: Page) => popup.locator('iframe').contentFrame();

/** The steps as a shopper, a bank and a network take them, in a window of its own. */
const take: Record<Online, (stage: Stage) => Promise<unknown>> = {
  complete: async ({ popup, shop }) => {
    const steps = (await shop.events('processing')).map(({ step }) => step);
    if (steps.includes('three_d_secure')) {
      await bankOf(popup).getByRole('button', { name: 'Approve' }).click();
    } else await payWith(popup);
    await shop.event('close');
  },
  decline: async ({ popup, shop }) => {
    await payWith(popup, cards.declined);
    await shop.event('decline');
  },
  challenge: async ({ popup, shop }) => {
    await payWith(popup, cards.challenge);
    await expect.poll(async () => (await shop.events('processing')).length).toBe(2);
  },
  'fail the challenge': async ({ popup, shop }) => {
    await bankOf(popup).getByRole('button', { name: 'Refuse' }).click();
    await shop.event('decline');
  },
  cancel: async ({ popup, shop }) => {
    await popup.getByRole('button', { name: 'Cancel and return to Alder Press' }).click();
    await shop.event('close');
  },
  expire: async ({ account, page, session, shop }) => {
    await shop.event('ready');
    await account.settle(session.id, 'expire');
    await page.evaluate(() => window.shop.checkouts['main']?.refresh());
    await shop.event('expire');
  },
  'fail to load': ({ shop }) => shop.event('error'),
};

/** A window is taken away at the end, except where the page in it says what has ended. */
const closing: Readonly<Record<string, string[]>> = {
  completed: ['close completed'],
  'canceled page': ['close canceled'],
};

/** At the desk too: one that goes on after a decline, and those whose end the window has a part in. */
const shown = ['a decline, then a payment', 'a cancellation', 'a page that does not load'];

for (const { name, before, steps, events, phase, result } of scenarios) {
  if (before) continue;
  const details = shown.includes(name)
    ? {}
    : repeats('e2e/contract/contract.e2e.ts', `as on the test kit's page: ${name}`);
  test(`in a window as in a frame: ${name}`, details, async ({ account, page, servers, shop }) => {
    const session = await account.createSession();
    const fails = steps.includes('fail to load');
    const host = servers.faults.origin('hang', 'everything');
    await shop.open();
    const popup = await shop.openPopup(session, fails ? { host, timeoutMs: 300 } : {});
    const stage = { page, popup, shop, account, session };
    for (const step of steps) await take[step as Online](stage);

    await expect
      .poll(async () => (await shop.events()).map(describeEvent))
      .toEqual([...events, ...(closing[result] ?? [])]);
    expect(await shop.phase()).toBe(phase);
    const outcome = await page.evaluate(() => window.shop.outcomes['main'] ?? {});
    const { outcome: end = 'pending', reason } = outcome as Record<string, string>;
    expect([end, reason].filter(Boolean).join(' ')).toBe(result);
    await expect.poll(() => popup.isClosed()).toBe(!['ready', 'expired'].includes(phase));
  });
}

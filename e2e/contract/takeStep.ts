import type { FrameLocator, Page } from '@playwright/test';
import type { Account, Session } from '../harness/createAccount.ts';
import type { Shop } from '../harness/createShop.ts';
import { cards, payWith } from '../harness/payWith.ts';
import { expect } from '../harness/test.ts';
import { describeEvent, type Scenario, type Step } from './scenarios.ts';

/** A story under way. */
export interface Stage {
  readonly page: Page;
  readonly shop: Shop;
  readonly account: Account;
  readonly session: Session;
  readonly frame: FrameLocator;
  /** The name of the checkout in the page's record. */
  readonly name: string;
}

/** The steps as a shopper, a bank and a network take them. */
const steps: Record<Step, (stage: Stage) => Promise<unknown>> = {
  complete: async ({ frame, name, shop }) => {
    const inChallenge = (await shop.events('processing', name)).some(
      ({ step }) => step === 'three_d_secure',
    );
    const bank = frame.locator('iframe').contentFrame();
    if (inChallenge) await bank.getByRole('button', { name: 'Approve' }).click();
    else await payWith(frame);
    await shop.event('complete', name);
  },
  decline: async ({ frame, name, shop }) => {
    await payWith(frame, cards.declined);
    await shop.event('decline', name);
  },
  challenge: async ({ frame, name, shop }) => {
    await payWith(frame, cards.challenge);
    await expect.poll(async () => (await shop.events('processing', name)).length).toBe(2);
  },
  'fail the challenge': async ({ frame, name, shop }) => {
    const bank = frame.locator('iframe').contentFrame();
    await bank.getByRole('button', { name: 'Refuse' }).click();
    await shop.event('decline', name);
  },
  cancel: async ({ frame, name, shop }) => {
    await frame.getByRole('button', { name: 'Cancel and return to Alder Press' }).click();
    await shop.event('cancel', name);
  },
  expire: async ({ account, name, page, session, shop }) => {
    await shop.event('ready', name);
    await account.settle(session.id, 'expire');
    await page.evaluate((by) => window.shop.checkouts[by]?.refresh(), name);
    await shop.event('expire', name);
  },
  'fail to load': ({ name, shop }) => shop.event('error', name),
  'go offline': ({ page }) => page.context().setOffline(true),
  'go online': async ({ name, page, shop }) => {
    await shop.event('error', name);
    await page.context().setOffline(false);
  },
};

export const takeStep = (step: Step, stage: Stage): Promise<unknown> => steps[step](stage);

/** What the page has seen of a story, to be compared with what it should have. */
export async function storyOf({ name, page, shop }: Stage): Promise<Partial<Scenario>> {
  const seen = (await shop.events(undefined, name)).filter(({ type }) => type !== 'resize');
  const outcome = await page.evaluate((by) => window.shop.outcomes[by] ?? {}, name);
  const { outcome: end = 'pending', reason } = outcome as Record<string, string>;
  return {
    events: seen.map(describeEvent),
    phase: await shop.phase(name),
    result: [end, reason].filter(Boolean).join(' '),
  };
}

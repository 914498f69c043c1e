import type { FrameLocator, Page } from '@playwright/test';
import type { Account, Session } from '../harness/createAccount.ts';
import { clickAndClose } from '../harness/clickAndClose.ts';
import type { Shop } from '../harness/createShop.ts';
import { cards, payWith } from '../harness/payWith.ts';
import { expect } from '../harness/test.ts';
import { describeEvent } from './describeEvent.ts';
import type { Scenario, Step } from './Scenario.ts';

/** A story under way. */
export interface Stage {
  readonly page: Page;
  readonly shop: Shop;
  readonly account: Account;
  readonly session: Session;
  /** Where the hosted page is: a frame, or a window. */
  readonly frame: FrameLocator | Page;
  /** The name of the checkout in the page's record. */
  readonly name: string;
  /** Begins the checkout once more, in place of the one that is there. */
  readonly begin: () => Promise<unknown>;
}

/** By itself a poll asks every second, soon: most of what comes here comes sooner. */
const often = { intervals: [50, 50, 100] };

const bankOf = ({ frame }: Stage) => frame.locator('iframe').contentFrame();

/** Waits until the page was told of this type once more than before the step. */
async function hearOnce(
  { name, shop }: Stage,
  type: string,
  step: () => Promise<unknown>,
): Promise<void> {
  const before = await shop.events(type, name);
  await step();
  await expect
    .poll(async () => (await shop.events(type, name)).length, often)
    .toBe(before.length + 1);
}

/** Pays by a card that is not taken at once: `processing` says what is waited for. */
async function payAndWait(stage: Stage, card: string): Promise<void> {
  await hearOnce(stage, 'submit', () => payWith(stage.frame, card));
  const { name, shop } = stage;
  await expect
    .poll(async () => (await shop.events('processing', name)).at(-1)?.['step'], often)
    .not.toBe('payment');
}

const isInChallenge = async ({ name, shop }: Stage): Promise<boolean> => {
  const told = await shop.events(undefined, name);
  const last = told.filter(({ type }) => ['decline', 'processing'].includes(type)).at(-1);
  return last?.['step'] === 'three_d_secure';
};

/** What a shopper and a bank do with a payment. */
const payments = {
  complete: async (stage) => {
    if (await isInChallenge(stage)) {
      await clickAndClose(bankOf(stage).getByRole('button', { name: 'Approve' }));
    } else await payWith(stage.frame);
    await stage.shop.event('complete', stage.name);
  },
  'complete at the new price': async (stage) => {
    await hearOnce(stage, 'decline', () => payWith(stage.frame));
    await payWith(stage.frame);
    await stage.shop.event('complete', stage.name);
  },
  decline: (stage) => hearOnce(stage, 'decline', () => payWith(stage.frame, cards.declined)),
  challenge: (stage) => payAndWait(stage, cards.challenge),
  'fail the challenge': (stage) =>
    hearOnce(stage, 'decline', () => bankOf(stage).getByRole('button', { name: 'Refuse' }).click()),
  'give up the challenge': (stage) =>
    hearOnce(stage, 'decline', () =>
      stage.frame.getByRole('button', { name: 'Cancel and use another card' }).click(),
    ),
  'pass the challenge on a phone': ({ account, session }) => account.decide(session.id),
  delay: (stage) => payAndWait(stage, cards.delayed),
  'answer at last': ({ account }) => account.advance('2m'),
  'ask for more': (stage) =>
    hearOnce(stage, 'decline', () => payWith(stage.frame, cards.failsOnce)),
  'agree to it': async ({ frame, name, shop }) => {
    await clickAndClose(frame.getByRole('button', { name: 'Pay $98.00', exact: true }));
    await shop.event('complete', name);
  },
} satisfies Partial<Record<Step, (stage: Stage) => Promise<unknown>>>;

/** The page in the frame has painted before its frame is shown: what is pressed until then, the skeleton gets. */
const seen = ({ name, shop }: Stage): Promise<unknown> => shop.event('ready', name);

/** Everything else that happens to a page. */
const others = {
  'apply a code': (stage) =>
    hearOnce(stage, 'change', async () => {
      await seen(stage);
      const { frame } = stage;
      await frame.getByRole('button', { name: 'Add a promotion code' }).click();
      await frame.getByLabel('Promotion code', { exact: true }).fill('SAVE20');
      await frame.getByRole('button', { name: 'Apply' }).click();
    }),
  'remove the code': (stage) =>
    hearOnce(stage, 'change', () =>
      stage.frame.getByRole('button', { name: 'Remove promotion code SAVE20' }).click(),
    ),
  'change the order': async (stage) => {
    await seen(stage);
    await stage.account.applyCode(stage.session, 'SAVE20');
  },
  refresh: (stage) => hearOnce(stage, 'change', () => refresh(stage)),
  cancel: async (stage) => {
    const { frame, name, shop } = stage;
    await seen(stage);
    await clickAndClose(frame.getByRole('button', { name: 'Cancel and return to Alder Press' }));
    await shop.event('cancel', name);
  },
  expire: async (stage) => {
    const { account, name, session, shop } = stage;
    await seen(stage);
    await account.settle(session.id, 'expire');
    await refresh(stage);
    await shop.event('expire', name);
  },
  'fail to load': ({ name, shop }) => shop.event('error', name),
  'go offline': ({ page }) => page.context().setOffline(true),
  'go online': async ({ name, page, shop }) => {
    // A checkout that could not load goes on by itself: first it has to have failed.
    if ((await shop.phase(name)) !== 'processing') await shop.event('error', name);
    await page.context().setOffline(false);
  },
  // What was under way goes on, and says so.
  reload: (stage) =>
    hearOnce(stage, 'processing', () =>
      stage.frame.locator('html').evaluate(() => {
        location.reload();
      }),
    ),
  'begin again': (stage) => hearOnce(stage, 'ready', stage.begin),
} satisfies Partial<Record<Step, (stage: Stage) => Promise<unknown>>>;

const refresh = ({ name, page }: Stage) =>
  page.evaluate((by) => window.shop.checkouts[by]?.refresh(), name);

/** The steps as a shopper, a bank and a network take them. */
const steps: Record<Step, (stage: Stage) => Promise<unknown>> = { ...payments, ...others };

export const takeStep = (step: Step, stage: Stage): Promise<unknown> => steps[step](stage);

/** Waits until the page has seen of a story what it should have. */
export const expectStory = (stage: Stage, story: Partial<Scenario>): Promise<void> =>
  expect.poll(() => storyOf(stage, story), { message: stage.name, ...often }).toEqual(story);

/** What it has seen of a story. That a page was slow to load is no part of one that does not tell of it. */
async function storyOf(
  { name, page, shop }: Stage,
  { events = [] }: Partial<Scenario>,
): Promise<Partial<Scenario>> {
  const slow = events.includes('warning slow') ? '' : 'slow';
  const seen = (await shop.events(undefined, name)).filter(
    ({ type, code }) => type !== 'resize' && code !== slow,
  );
  const outcome = await page.evaluate((by) => window.shop.outcomes[by] ?? {}, name);
  const { outcome: end = 'pending', reason } = outcome as Record<string, string>;
  return {
    events: seen.map(describeEvent),
    phase: await shop.phase(name),
    result: [end, reason].filter(Boolean).join(' '),
  };
}

import { AxeBuilder } from '@axe-core/playwright';
import type { FrameLocator, Page } from '@playwright/test';
import { hostedStates } from './harness/hostedStates.ts';
import { openState } from './harness/openState.ts';
import { cards, payWith } from './harness/payWith.ts';
import { expect, test } from './harness/test.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A transparent frame has no colour to measure against: it is given that of the page around it. */
async function giveFramesTheirGround(page: Page): Promise<void> {
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  for (const frame of page.frames().slice(1)) {
    await frame
      .evaluate((color) => {
        document.documentElement.style.backgroundColor = color;
      }, ground)
      .catch(() => undefined);
  }
}

/** Axe passes over a frame that takes more than a second to load it, and says so: then it looks again. */
async function look(build: () => AxeBuilder): Promise<string[]> {
  const found = await build().analyze();
  if (found.incomplete.some(({ id }) => id === 'frame-tested')) return look(build);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} ${JSON.stringify(target)} ${String(failureSummary)}`,
    ),
  );
}

const violations = (page: Page, ...except: readonly string[]): Promise<string[]> =>
  look(() => new AxeBuilder({ page }).withTags(tags).disableRules([...except]));

/** What another colour scheme can break: the document is the same, so the other rules have had their say. */
const colourViolations = (page: Page): Promise<string[]> =>
  look(() => new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']));

/**
 * The bank's frame runs no script, and axe waits for ever for an answer out of it: the page is looked
 * at without it here, and the bank's page by itself below.
 */
async function removeBank(view: Page | FrameLocator): Promise<void> {
  const bank = view.locator('iframe[src*="/challenge/"]');
  for (const frame of await bank.all()) {
    await expect(frame).toHaveAttribute('title', /.+/);
    await frame.evaluate((element) => {
      element.remove();
    });
  }
}

for (const surface of ['page', 'frame'] as const) {
  for (const state of hostedStates) {
    if (state.only !== undefined && state.only !== surface) continue;
    test(`axe finds nothing: ${state.name}, ${surface}, light and dark`, async ({
      account,
      page,
      servers,
      shop,
    }) => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      const { view } = await openState(state, surface, { account, page, servers, shop });
      await removeBank(view);
      if (surface === 'frame') await giveFramesTheirGround(page);
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      if (surface === 'frame') await giveFramesTheirGround(page);
      expect(await colourViolations(page)).toEqual([]);
    });
  }
}

test("axe finds nothing in the bank's page", async ({ account, page, servers }) => {
  const session = await account.createSession();
  await page.goto(`${servers.pay}/checkout/${session.secure_token}`);
  await payWith(page, cards.challenge);
  const challenge = page.locator('iframe[src*="/challenge/"]');
  await page.goto((await challenge.getAttribute('src')) ?? '');
  // Landmarks are those of the checkout around it.
  const ofWholePages = ['landmark-one-main', 'region'];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page, ...ofWholePages)).toEqual([]);
  }
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('You approved this payment')).toBeVisible();
  expect(await violations(page, ...ofWholePages)).toEqual([]);
});

test('axe finds nothing in the error panel that stands in the place of the frame', async ({
  account,
  page,
  servers,
  shop,
}) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await shop.open();
    const host = servers.faults.origin('status-500');
    await shop.mount(await account.createSession(), { host, timeoutMs: 1_000 });
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  }
});

test('axe is able to find a fault in the hosted page inside the frame', async ({
  account,
  page,
  shop,
}) => {
  await shop.open();
  await shop.mount(await account.createSession());
  await shop.event('ready');
  await shop
    .frame()
    .locator('body')
    .evaluate((body) => {
      body.append(document.createElement('img'));
      body.style.color = '#aaa';
      body.style.backgroundColor = '#bbb';
    });
  expect((await violations(page)).join()).toContain('image-alt');
  expect((await colourViolations(page)).join()).toContain('color-contrast');
});

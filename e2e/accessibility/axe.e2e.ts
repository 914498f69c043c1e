import type { Page } from '@playwright/test';
import { findColourViolations, findViolations } from '../harness/appearance/findViolations.ts';
import { hostedState } from '../harness/hosted-states/hostedStates.ts';
import { openState, type World } from '../harness/hosted-states/openState.ts';
import { passDeadline } from '../harness/faults/passDeadline.ts';
import { leaveOut } from '../harness/leaveOut.ts';
import { cards, payButton, payWith } from '../harness/payWith.ts';
import { runsEverything } from '../harness/runsEverything.ts';
import { setColorScheme } from '../harness/appearance/setColorScheme.ts';
import { expect, test } from '../harness/test.ts';

const everythingOpen = 'test-cards+promotion-invalid+errors';

/** What is looked at in the dark at the desk too: a form, faults, a decline, a note, the bank and each kind of end. */
const inTheDark = [
  ...['ready', everythingOpen, 'declined', 'amount-changed', 'challenge', 'completed'],
  ...['offer', 'expired', 'error panel'],
];

/** One look in each colour scheme, at everything that is on the screen together. */
async function expectAccessible(page: Page, what: string): Promise<void> {
  await setColorScheme(page, 'light');
  expect(await findViolations(page), what).toEqual([]);
  if (!runsEverything && !inTheDark.includes(what)) {
    leaveOut(`colours in the dark: ${what}`);
    return;
  }
  await setColorScheme(page, 'dark');
  expect(await findColourViolations(page), `${what}, dark`).toEqual([]);
}

/**
 * Looks at states of one session, in their order: the first is opened, the others follow from it. Those joined by `+`
 * are on the screen together.
 */
async function walk(
  world: World,
  surface: 'page' | 'frame',
  names: readonly string[],
): Promise<void> {
  const [first = '', ...others] = names;
  const stage = await openState(hostedState(first), surface, world);
  await expectAccessible(world.page, first);
  for (const joined of others) {
    for (const name of joined.split('+')) await hostedState(name).reach(stage);
    await expectAccessible(world.page, joined);
  }
}

test('axe finds nothing from an order to its receipt, declines and the bank on the way', async ({
  account,
  page,
  shop,
}) => {
  test.slow();
  await walk({ account, page, shop }, 'page', [
    ...['ready', everythingOpen, 'declined', 'amount-changed', 'challenge', 'challenge-canceled'],
    'completed',
  ]);
});

test('axe finds nothing in the frame of a shop, from the order to Cancel', async ({
  account,
  page,
  shop,
}) => {
  test.slow();
  // Between them the frame shows what the page does.
  const onThePageToo = [everythingOpen, 'declined', 'challenge', 'challenge-canceled'];
  leaveOut(`axe in the frame of a shop: ${onThePageToo.join(', ')}`);
  await walk({ account, page, shop }, 'frame', [
    ...['ready', ...(runsEverything ? onThePageToo : []), 'canceled'],
  ]);
});

for (const names of [
  ['everything', 'everything-unfolded'],
  ['subscription', 'pending'],
  ['zero-total', 'zero-completed'],
  ['trial', 'trial-started'],
  ['setup', 'card-saved'],
  ['offer'],
  ['charged-other'],
  ['processing'],
  ['checking'],
] as const) {
  test(`axe finds nothing: ${names.join(', ')}`, async ({ account, page, shop }) => {
    await walk({ account, page, shop }, 'page', names);
  });
}

test('axe finds nothing where there is no form: loading, failed, paid before, expired', async ({
  account,
  page,
  shop,
}) => {
  // The last one moves the account's clock past every session of it.
  for (const name of ['loading', 'network', 'paid-before', 'expired']) {
    await walk({ account, page, shop }, 'page', [name]);
    await page.unrouteAll();
  }
});

test("axe finds nothing in the bank's page", async ({ page, session }) => {
  await page.goto(session.url);
  await payWith(page, cards.challenge);
  const challenge = page.locator('iframe[src*="/challenge/"]');
  await page.goto((await challenge.getAttribute('src')) ?? '');
  // Landmarks are those of the checkout around it.
  const ofWholePages = ['landmark-one-main', 'region'];
  expect(await findViolations(page, ...ofWholePages)).toEqual([]);
  await setColorScheme(page, 'dark');
  expect(await findColourViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('You approved this payment')).toBeVisible();
  expect(await findViolations(page, ...ofWholePages)).toEqual([]);
});

test('axe finds nothing in the error panel that stands in the place of the frame', async ({
  page,
  servers,
  session,
  shop,
}) => {
  await page.clock.install();
  await shop.mount(session, { host: servers.faults.origin('status-500') });
  await passDeadline(page, shop);
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expectAccessible(page, 'error panel');
});

test('axe is able to find a fault in the hosted page inside the frame', async ({
  page,
  session,
  shop,
}) => {
  await shop.mount(session);
  await expect(payButton(shop.frame())).toBeVisible();
  await shop
    .frame()
    .locator('body')
    .evaluate((body) => {
      body.append(document.createElement('img'));
      body.style.color = '#aaa';
      body.style.backgroundColor = '#bbb';
    });
  expect((await findViolations(page)).join()).toContain('image-alt');
  expect((await findColourViolations(page)).join()).toContain('color-contrast');
});

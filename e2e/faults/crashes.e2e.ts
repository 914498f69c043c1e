import type { Page } from '@playwright/test';
import { describeEvent } from '../contract/describeEvent.ts';
import { type DrivenPage, drivePage } from '../harness/faults/drivePage.ts';
import { fetchFromServer } from '../harness/faults/fetchFromServer.ts';
import { frameProcess } from '../harness/faults/frameProcess.ts';
import { cards, payWith } from '../harness/payWith.ts';
import type { Account, Session } from '../harness/createAccount.ts';
import type { Shop } from '../harness/createShop.ts';
import { expect, test } from '../harness/test.ts';

/**
 * Lets what a page waits for by the second come so many times sooner, also what it waits for already: the SDK counts
 * anew when the page comes into view. Playwright's clock cannot be told anything in a page that it calls crashed.
 */
function makeHaste(): void {
  const { setTimeout: later } = window;
  let times = 1;
  Object.assign(window, {
    setTimeout: (call: () => void, delay = 0) => later(call, delay < 1000 ? delay : delay / times),
    hasten: (more: number) => {
      times = more;
      document.dispatchEvent(new Event('visibilitychange'));
    },
  });
}

/** Counts how often a frame said where it has put the focus: the page scrolls there. */
function countFocused(): void {
  const told = { focused: 0 };
  Object.assign(window, told);
  Object.assign(Element.prototype, {
    scrollIntoViewIfNeeded: () => Object.assign(window, { focused: (told.focused += 1) }),
  });
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(makeHaste);
  await page.addInitScript(countFocused);
});

/** What the shop's page was told, each with its code or its step. */
const toldIn = (left: DrivenPage): Promise<unknown> =>
  left.run(`shop.seen.filter(({ type }) => type !== 'resize')
    .map(({ type, code, step }) => [type, code ?? step].filter(Boolean).join(' '))`);

/** A minute and a half, of which three seconds are felt. */
async function letTimePass(left: DrivenPage, until: string): Promise<void> {
  await left.run('hasten(50)');
  await left.run(until);
  await left.run('hasten(1)');
}

const panel = `document.querySelector('#checkout [role=alert]').shadowRoot`;

/** Presses "Try again", and waits for the checkout in the new frame. */
async function tryAgain(left: DrivenPage): Promise<void> {
  const focused = await left.run('focused');
  await left.click(`${panel}.querySelector('button')`);
  const isReady = `shop.seen.filter(({ type }) => type === 'ready').length === 2`;
  await expect.poll(() => left.run(isReady)).toBe(true);
  // What is typed before goes nowhere: the frame has the focus some time before a field in it has.
  await expect.poll(() => left.run(`focused > ${String(focused)}`)).toBe(true);
}

/** Pays with the keyboard, which the new frame has got the focus for. */
async function payByKeyboard(left: DrivenPage): Promise<void> {
  for (const each of ['robin@alder.example', cards.visa, '1234', '123']) {
    await left.type(each);
    await left.type(each === '123' ? 'Enter' : 'Tab');
  }
}

interface Stage {
  readonly account: Account;
  readonly page: Page;
  readonly session: Session;
  readonly shop: Shop;
}

const paid = ['submit', 'processing payment'];

const moments: readonly {
  readonly when: string;
  /** How it comes to that, and what the page is told until then. */
  readonly begin?: (stage: Stage) => Promise<unknown>;
  readonly told: readonly string[];
  /** How the shopper goes on in the new frame, and what the page is told then. */
  readonly goOn: (left: DrivenPage, stage: Stage) => Promise<unknown>;
  readonly then: readonly string[];
}[] = [
  { when: 'before Pay', told: ['ready'], goOn: payByKeyboard, then: ['ready', ...paid] },
  {
    when: 'in a payment that nobody took',
    async begin({ page, shop }) {
      await page.route('**/session/payments', () => new Promise(() => undefined), { times: 1 });
      await payWith(shop.frame());
      await shop.event('submit');
    },
    told: ['ready', ...paid],
    goOn: payByKeyboard,
    then: ['ready', ...paid],
  },
  {
    when: 'in a challenge',
    async begin({ shop }) {
      await payWith(shop.frame(), cards.challenge);
      const bank = shop.frame().getByRole('heading', { name: 'Confirm with your bank' });
      await expect(bank).toBeVisible();
    },
    told: ['ready', ...paid, 'processing three_d_secure'],
    goOn: (_, { account, session }) => account.decide(session.id),
    then: ['processing three_d_secure', 'ready'],
  },
];

for (const { when, begin, told, goOn, then } of moments) {
  test(`a frame whose process dies ${when} is lost, and Try again goes on in another (fault 32)`, async ({
    account,
    page,
    session,
    shop,
  }) => {
    const stage = { account, page, session, shop };
    await shop.open();
    const kill = await frameProcess(page);
    await shop.show(session, { timeoutMs: 600_000 });
    await begin?.(stage);
    const left = await drivePage(page);
    await kill();
    await letTimePass(left, `shop.first('error', 'main')`);
    const lost = [...told, 'warning connection_lost', 'error frame_lost'];
    expect(await toldIn(left)).toEqual(lost);
    // What nobody knows it does not say.
    const saysUncharged = /You have not been charged/.test(
      String(await left.run(`${panel}.textContent`)),
    );
    expect(saysUncharged).toBe(when !== 'in a challenge');
    await tryAgain(left);
    await goOn(left, stage);
    await left.run(`shop.first('complete', 'main')`);
    expect(await toldIn(left)).toEqual([...lost, ...then, 'complete']);
  });
}

test('a frame whose process dies after the charge is paid for: complete comes once, and nothing is lost (fault 40)', async ({
  page,
  session,
  shop,
}) => {
  const charged = new Promise<void>((resolve) => {
    void page.route('**/session/payments', async (route) => {
      await fetchFromServer(route);
      resolve();
    });
  });
  await shop.open();
  const kill = await frameProcess(page);
  await shop.mount(session);
  await payWith(shop.frame());
  await charged;
  const left = await drivePage(page);
  await kill();
  await letTimePass(left, `new Promise((passed) => setTimeout(passed, 100_000))`);
  expect(await toldIn(left)).toEqual(['ready', 'submit', 'processing payment', 'complete']);
});

test('a window whose page has crashed in a challenge goes on with it when the shopper reloads it', async ({
  account,
  session,
  shop,
}) => {
  const popup = await shop.openPopup(session);
  await payWith(popup, cards.challenge);
  const steps = async () => (await shop.events('processing')).map(({ step }) => step);
  await expect.poll(steps).toEqual(['payment', 'three_d_secure']);
  // A page that has crashed is not reloaded by Playwright: by the browser it is.
  const browser = await popup.context().newCDPSession(popup);
  const crashed = popup.waitForEvent('crash');
  popup.goto('chrome://crash').catch(() => undefined);
  await crashed;
  await browser.send('Page.reload');
  await expect.poll(steps).toEqual(['payment', 'three_d_secure', 'three_d_secure']);
  await account.decide(session.id);
  await shop.event('complete');
  await expect.poll(() => popup.isClosed()).toBe(true);
  const told = (await shop.events()).map(describeEvent);
  // A busy machine may have been slow to load it.
  expect(told.filter((what) => /^(complete|error|warning (?!slow))/.test(what))).toEqual([
    'complete api',
  ]);
});

import type { Page } from '@playwright/test';
import { type DrivenPage, drivePage } from '../harness/faults/drivePage.ts';
import { fetchFromServer } from '../harness/faults/fetchFromServer.ts';
import { frameProcess } from '../harness/faults/frameProcess.ts';
import { cards, payWith } from '../harness/payWith.ts';
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

test.beforeEach(({ page }) => page.addInitScript(makeHaste));

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

/** Presses "Try again" and pays with the keyboard, which the new frame has got the focus for. */
async function payAgain(left: DrivenPage): Promise<void> {
  await left.click(`${panel}.querySelector('button')`);
  const isReady = `shop.seen.filter(({ type }) => type === 'ready').length === 2`;
  await expect.poll(() => left.run(isReady)).toBe(true);
  const isFocused = `document.activeElement.localName === 'iframe'`;
  await expect.poll(() => left.run(isFocused)).toBe(true);
  for (const each of ['robin@alder.example', cards.visa, '1234', '123']) {
    await left.type(each);
    await left.type(each === '123' ? 'Enter' : 'Tab');
  }
  await left.run(`shop.first('complete', 'main')`);
}

interface Stage {
  readonly page: Page;
  readonly shop: Shop;
}

const moments: readonly {
  readonly when: string;
  readonly told: readonly string[];
  readonly begin?: (stage: Stage) => Promise<unknown>;
}[] = [
  { when: 'before Pay', told: ['ready'] },
  {
    when: 'in a payment that nobody took',
    told: ['ready', 'submit', 'processing payment'],
    async begin({ page, shop }) {
      await page.route('**/session/payments', () => new Promise(() => undefined), { times: 1 });
      await payWith(shop.frame());
      await shop.event('submit');
    },
  },
];

for (const { when, told, begin } of moments) {
  test(`a frame whose process dies ${when} is lost, and Try again pays in another`, async ({
    page,
    session,
    shop,
  }) => {
    await shop.open();
    const kill = await frameProcess(page);
    await shop.show(session, { timeoutMs: 600_000 });
    await begin?.({ page, shop });
    const left = await drivePage(page);
    await kill();
    await letTimePass(left, `shop.first('error', 'main')`);
    const lost = [...told, 'warning connection_lost', 'error frame_lost'];
    expect(await toldIn(left)).toEqual(lost);
    expect(await left.run(`${panel}.textContent`)).toContain('You have not been charged.');
    await payAgain(left);
    expect(await toldIn(left)).toEqual([
      ...lost,
      ...['ready', 'submit', 'processing payment', 'complete'],
    ]);
  });
}

test('a frame whose process dies after the charge is paid for: complete comes once, and nothing is lost', async ({
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
  const told = (await shop.events()).map(({ type }) => type);
  expect(told.filter((type) => ['complete', 'error', 'warning'].includes(type))).toEqual([
    'complete',
  ]);
});

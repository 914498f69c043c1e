import type { Page } from '@playwright/test';
import { payButton, payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

/** The page's script; the name of the second half's is another. */
const script = '**/assets/checkout-*.js';

const notice = (page: Page) => page.getByRole('alert');

/** Ends the wait of the style sheet, and tells how long it is: the clock of the page does not move it. */
const passWait = (page: Page): Promise<(number | undefined)[]> =>
  page.locator('.late').evaluate((late) =>
    late.getAnimations().map((animation) => {
      animation.finish();
      return animation.effect?.getTiming().delay;
    }),
  );

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
  test(`a page whose script does not come says so in time, with a way on, at motion ${reducedMotion}`, async ({
    page,
    session,
  }) => {
    await page.emulateMedia({ reducedMotion });
    await page.route(script, (route) => route.abort());
    await page.goto(session.url);
    await expect(page.getByRole('heading', { name: 'Loading checkout…' })).toBeAttached();
    await expect(notice(page)).toHaveCount(0);
    expect(await passWait(page)).toEqual([15_000]);
    await expect(notice(page)).toContainText('The checkout could not be loaded');
    await expect(notice(page)).toContainText('Check your connection, then try again.');
    await page.unroute(script);
    await notice(page).getByRole('link', { name: 'Try again' }).click();
    await payWith(page);
    await expect(page.getByRole('heading', { name: 'Payment complete' })).toBeVisible();
  });
}

test('a script that comes late takes the place of the notice', async ({ page, session }) => {
  let arrive = (): void => undefined;
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(script, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(session.url, { waitUntil: 'commit' });
  await page.locator('.late').waitFor({ state: 'attached' });
  await passWait(page);
  await expect(notice(page)).toBeVisible();
  arrive();
  await expect(page.getByRole('button', { name: 'Pay $49.00' })).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
});

test('a browser without JavaScript is told at once what is missing', async ({
  browser,
  session,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(session.url);
  // What is seen: to a driver the text of a `noscript` is none.
  await expect(notice(page)).toHaveText(
    /^The checkout could not be loaded\s+Turn on JavaScript, then try again.\s+Try again$/,
    { useInnerText: true },
  );
  await context.close();
});

test('a page whose style sheet does not come is plain, and its drawings are no larger than its words', async ({
  page,
  servers,
  session,
}) => {
  await page.route('**/assets/*.css', (route) => route.abort());
  const largest = (): Promise<number> =>
    page
      .locator('svg')
      .evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().height)));
  await page.goto(`${servers.pay}/checkout/cst_unknown`);
  expect(await largest()).toBe(16);
  await page.goto(session.url);
  await expect(payButton(page)).toBeVisible();
  expect(await largest()).toBe(16);
});

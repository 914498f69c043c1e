import { readAnnouncements } from '../harness/appearance/readAnnouncements.ts';
import { beginMode } from '../harness/beginMode.ts';
import { passDeadline } from '../harness/faults/passDeadline.ts';
import { leaveOut } from '../harness/leaveOut.ts';
import { modeFrames } from '../harness/modeFrames.ts';
import { optionsFor } from '../harness/optionsFor.ts';
import { cards, payWith } from '../harness/payWith.ts';
import { runsEverything } from '../harness/runsEverything.ts';
import { expect, test } from '../harness/test.ts';

const loading = 'polite: Loading checkout…';
const failed =
  'assertive: The checkout could not be loaded Check your connection, then try again. You have not been charged. Try again Open in a new page';
const declined =
  'assertive: Your card was declined The bank gave no reason. You have not been charged. Use another card';
const completed = 'polite: Payment complete You paid Alder Press $49.00 .';

/** What stands in the bar of the dialog, where a shopper is told that it is locked, too. */
const bar = { before: 'polite: Checkout', after: 'polite: Alder Press' };

// What `startCheckout` does where no page comes is a step down its ladder. At the desk one of these tells it.
const others = ['element', 'prepared', 'react'] as const;

for (const way of ['overlay', ...(runsEverything ? others : [])] as const) {
  test(`a screen reader hears that it loads, fails, declines and is paid: ${way}`, async ({
    page,
    servers: { faults, site },
    session,
    shop,
  }) => {
    leaveOut(`what a screen reader hears by ${others.join(', ')}`);
    const isOver = way === 'overlay';
    const [before, after] = isOver ? [[bar.before], [bar.after]] : [[], []];
    const around = () => readAnnouncements(page);
    const inside = () => readAnnouncements(page, page.frames()[1]);
    const host = faults.origin('hang');
    await page.clock.install();
    // Only what was read says that nobody was charged.
    const read = page.waitForEvent('requestfinished', (request) =>
      request.url().endsWith('/api/checkout/session'),
    );
    const options = { ...optionsFor(session), host, redirect: 'never' } as const;
    await beginMode(page, site, way, options, 'main');
    await expect.poll(around).toEqual([...before, loading]);
    await read;
    await passDeadline(page, shop);
    await expect.poll(around).toEqual([...before, failed]);

    faults.change(host, 'none');
    await page.getByRole('button', { name: 'Try again' }).click();
    await shop.event('ready');
    await expect.poll(around).toEqual(after);
    expect(await inside()).toEqual([]);
    const frame = page.locator(modeFrames[way]).contentFrame();
    await payWith(frame, cards.declined);
    await expect.poll(inside).toEqual([declined]);
    await payWith(frame);
    await expect.poll(inside).toEqual([completed]);
    expect(await around()).toEqual(after);
  });
}

test('a screen reader hears that it declines and is paid, on the complete page', async ({
  page,
  session,
}) => {
  await page.route('**/success*', (route) => route.fulfill({ status: 204 }));
  await page.goto(session.url);
  await payWith(page, cards.declined);
  await expect.poll(() => readAnnouncements(page)).toEqual([declined]);
  await payWith(page);
  await expect.poll(() => readAnnouncements(page)).toContainEqual(completed);
});

test('a screen reader hears that a window loads and declines', async ({ page, session, shop }) => {
  const popup = await shop.openPopup(session, { late: true });
  await expect.poll(() => readAnnouncements(popup)).toEqual([loading]);
  await page.evaluate(() => window.shop.answer());
  await payWith(popup, cards.declined);
  await expect.poll(() => readAnnouncements(popup)).toEqual([declined]);
});

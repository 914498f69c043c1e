import { describeEvent } from '../contract/describeEvent.ts';
import { takeStep } from '../contract/takeStep.ts';
import { beginMode } from '../harness/beginMode.ts';
import { comeBack } from '../harness/browser/comeBack.ts';
import { inWholeBrowser } from '../harness/browser/inWholeBrowser.ts';
import { reloadPage } from '../harness/browser/reloadPage.ts';
import { leaveOut } from '../harness/leaveOut.ts';
import { modeFrames } from '../harness/modeFrames.ts';
import { optionsFor } from '../harness/optionsFor.ts';
import { cards, payWith } from '../harness/payWith.ts';
import { continueToShop } from '../harness/receipt.ts';
import { runsEverything } from '../harness/runsEverything.ts';
import { expect, test } from '../harness/test.ts';
import type { Mode } from '../pages/modes.ts';

const ways = ['inline', ...(Object.keys(modeFrames) as Mode[])] as const;
const moments = ['at the form', 'in a challenge'] as const;

/** At the desk each way is left at one of the two. */
const isLeft = (way: number, moment: number): boolean => runsEverything || way % 2 === moment;

for (const [moment, when] of moments.entries()) {
  test(
    `paid while the shopper was away, a checkout left ${when} completes once on Back, however it was begun (fault 26)`,
    inWholeBrowser,
    async ({ account, page, servers: { site }, shop }) => {
      test.slow();
      for (const [place, way] of ways.entries()) {
        if (!isLeft(place, moment)) {
          leaveOut(`Back to a checkout left ${when}: ${way}`);
          continue;
        }
        await comeBack(page, async () => {
          const session = await account.createSession();
          await page.goto(site.url('shop', '/modes'));
          if (way === 'inline') await shop.mount(session, { name: way });
          else await beginMode(page, site, way, { ...optionsFor(session), redirect: 'never' });
          await shop.event('ready', way);
          const frame = page.locator(way === 'inline' ? '#checkout iframe' : modeFrames[way]);
          const stage = { account, frame: frame.contentFrame(), name: way, page, session, shop };
          const begin = () => Promise.reject(new Error('It is begun once.'));
          if (moment === 1) await takeStep('challenge', { ...stage, begin });
          await page.goto(site.url('other', '/blank'));
          await (moment === 1
            ? account.decide(session.id)
            : account.settle(session.id, 'complete'));
        });
        await shop.event('complete', way);
        const told = (await shop.events(undefined, way)).map(describeEvent);
        // A busy machine may have been slow to load it.
        const ends = told.filter((what) => /^(complete|error|warning (?!slow))/.test(what));
        expect(ends, way).toEqual(['complete api']);
      }
    },
  );
}

test(
  'Back from the hosted page in a challenge wakes the shop, and forward again the challenge goes on',
  inWholeBrowser,
  async ({ account, page, servers: { pay }, session, shop }) => {
    await comeBack(page, async () => {
      await shop.open();
      await page.evaluate((options) => {
        document.title = 'Redirecting…';
        void window.shop.PaymentKit.redirectToCheckout(options).then(() => {
          document.title = 'Pay';
        });
      }, optionsFor(session));
      await page.waitForURL(`${pay}/checkout/**`);
      await payWith(page, cards.challenge);
      await expect(page.getByRole('heading', { name: 'Confirm with your bank' })).toBeVisible();
    });
    await expect(page).toHaveTitle('Pay');
    await page.goForward({ waitUntil: 'commit' });
    // Into a frame that the browser has kept the driver does not see.
    await reloadPage(page);
    const bank = page.locator('iframe').contentFrame();
    await bank.getByRole('button', { name: 'Approve' }).click();
    await continueToShop(page);
    await page.waitForURL(/\/success\?session_id=/);
    expect(await account.readSession(session.id)).toMatchObject({ state: 'completed' });
  },
);

test('Back in the shop while its window pays: begun once more, it is complete at once, and the window has its receipt', async ({
  account,
  page,
  servers: { site },
  session,
  shop,
}) => {
  const popup = await shop.openPopup(session, { redirect: 'auto' });
  await popup.clock.install();
  await payWith(popup, cards.challenge);
  await expect(popup.getByRole('heading', { name: 'Confirm with your bank' })).toBeVisible();
  await page.goto(site.url('other', '/blank'));
  await page.goBack();
  const bank = popup.locator('iframe').contentFrame();
  await bank.getByRole('button', { name: 'Approve' }).click();
  // The shop's page is another by now: the window waits for it to close it.
  await continueToShop(popup, () => popup.clock.fastForward(3_000));
  await popup.waitForURL(/\/success\?session_id=/);
  await page.waitForFunction(() => 'shop' in window);
  const again = await shop.openPopup(session);
  await shop.event('complete');
  await expect.poll(() => again.isClosed()).toBe(true);
  const told = (await shop.events()).map(({ type }) => type);
  expect(told).toEqual(['complete', 'close']);
  expect(await account.readSession(session.id)).toMatchObject({ state: 'completed' });
});

import type { Page } from '@playwright/test';
import { comeBack } from '../harness/browser/comeBack.ts';
import { inWholeBrowser } from '../harness/browser/inWholeBrowser.ts';
import type { Session } from '../harness/createAccount.ts';
import { optionsFor } from '../harness/optionsFor.ts';
import { overlayDialog } from '../harness/overlay.ts';
import { payWith } from '../harness/payWith.ts';
import { continueToShop } from '../harness/receipt.ts';
import { expect, test } from '../harness/test.ts';

/** A click on the text starts the checkout; the page's title says how it went on. */
const startOnClick = (page: Page, session: Session): Promise<void> =>
  page.evaluate((options) => {
    document.querySelector('#above')?.addEventListener('click', () => {
      const checkout = window.shop.PaymentKit.startCheckout(options);
      checkout.on('fallback', ({ to, reason }) => (document.title = `${to}: ${reason}`));
    });
  }, optionsFor(session));

test(
  'a page that forbids the frame goes on in a window, in the same click, and keeps a way to it',
  inWholeBrowser,
  async ({ page, session, shop }) => {
    await shop.open('no-frames');
    await startOnClick(page, session);
    const opening = page.waitForEvent('popup');
    await page.locator('#above').click();
    const popup = await opening;
    await expect(page).toHaveTitle('popup: frame_blocked');
    await overlayDialog(page).getByRole('button', { name: 'Continue to secure checkout' }).click();
    expect(page.context().pages()).toHaveLength(2);
    await payWith(popup);
    await page.waitForURL(/\/success\?session_id=/);
    await expect.poll(() => popup.isClosed()).toBe(true);
  },
);

test('where no window opens either, it goes on in the tab', async ({ page, session, shop }) => {
  await shop.open('no-frames');
  await startOnClick(page, session);
  // As in a browser whose shopper blocks every window.
  await page.evaluate(() => (window.open = () => null));
  await page.locator('#above').click();
  await page.waitForURL(`${session.url}**`);
  await payWith(page);
  await continueToShop(page);
  await page.waitForURL(/\/success\?session_id=/);
});

test.describe('in a browser inside another app', () => {
  test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 15) Instagram 300.0' });

  test(
    'a button leaves when no click counts, and Back finds the page as it was (4: 31, 39; fault 27)',
    inWholeBrowser,
    async ({ page, session, shop }) => {
      // Before anything of the test's own runs in the page, which would count as a click.
      await page.addInitScript((options) => {
        addEventListener('load', () => {
          if (!('shop' in window)) return;
          const checkout = window.shop.PaymentKit.startCheckout(options);
          checkout.on('fallback', ({ reason }) => (document.title = reason));
        });
      }, optionsFor(session));
      await comeBack(page, async () => {
        await shop.open();
        await expect(page).toHaveTitle('in_app_browser');
        await expect(page.locator('iframe')).toHaveCount(0);
        const button = page.getByRole('button', { name: 'Continue to secure checkout' });
        expect(
          await button.evaluate((own) => getComputedStyle(own, '::before').content),
          'the rules of the dialog’s own bar stay in the bar',
        ).toBe('none');
        await button.click();
        await page.waitForURL(`${session.url}**`);
      });
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(page.getByRole('heading', { name: 'Your order' })).toBeVisible();
    },
  );
});

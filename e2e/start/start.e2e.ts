import { payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

test('a page that forbids the frame goes on in the tab, in the same click', async ({
  account,
  page,
  servers,
  shop,
}) => {
  await shop.open('no-frames');
  const session = await account.createSession();
  await page.evaluate(
    (options) => {
      document.querySelector('#above')?.addEventListener('click', () => {
        window.shop.PaymentKit.startCheckout(options);
      });
    },
    { secureToken: session.secure_token, host: servers.pay },
  );
  await page.locator('#above').click();
  await page.waitForURL(`${servers.pay}/checkout/**`);
  await payWith(page);
  await page.waitForURL(/\/success\?session_id=/);
});

test.describe('in a browser inside another app', () => {
  test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 15) Instagram 300.0' });

  test('a button leaves when no click counts, and Back finds the page as it was (4: 31, 39)', async ({
    account,
    page,
    servers,
    shop,
  }) => {
    const session = await account.createSession();
    // Before anything of the test's own runs in the page, which would count as a click.
    await page.addInitScript(
      (options) => {
        addEventListener('load', () => {
          if (!('shop' in window)) return;
          const checkout = window.shop.PaymentKit.startCheckout(options);
          checkout.on('fallback', ({ reason }) => (document.title = reason));
        });
      },
      { secureToken: session.secure_token, host: servers.pay },
    );
    await shop.open();
    await expect(page).toHaveTitle('in_app_browser');
    await expect(page.locator('iframe')).toHaveCount(0);
    const button = page.getByRole('button', { name: 'Continue to secure checkout' });
    expect(
      await button.evaluate((own) => getComputedStyle(own, '::before').content),
      'the rules of the dialog’s own bar stay in the bar',
    ).toBe('none');
    await button.click();
    await page.waitForURL(`${servers.pay}/checkout/**`);
    await page.evaluate(() => history.back());
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Your order' })).toBeVisible();
  });
});

import { fetchFromServer } from '../harness/faults/fetchFromServer.ts';
import { holdPayment } from '../harness/faults/holdPayment.ts';
import { awaitAllOfIt, cards, fillCard, payButton, payWith } from '../harness/payWith.ts';
import { continueToShop } from '../harness/receipt.ts';
import { repeats } from '../harness/repeats.ts';
import { expect, test } from '../harness/test.ts';

for (const [when, wasHeard] of [
  ['after the charge', true],
  ['before the charge', false],
] as const) {
  const details = wasHeard
    ? {}
    : repeats(
        'e2e/faults/paying.e2e.ts',
        'the network goes away between Pay and the charge: Pay is retried, not doubled',
      );
  test(
    `the complete page loses the network ${when}, and has its receipt when it is back: one payment`,
    details,
    async ({ account, context, page, servers: { site }, session }) => {
      const keys: (string | undefined)[] = [];
      await page.goto(session.url);
      await awaitAllOfIt(page);
      await fillCard(page);
      await page.route('**/session/payments', async (route) => {
        if (keys.push(route.request().headers()['idempotency-key']) > 1) await route.continue();
        else {
          if (wasHeard) await fetchFromServer(route);
          await context.setOffline(true);
          await route.abort('internetdisconnected');
        }
      });
      await payButton(page).click();
      await expect(page.getByText(/do not pay again/i)).toBeVisible();
      expect((await account.readSession(session.id)).state).toBe(wasHeard ? 'completed' : 'open');
      await context.setOffline(false);
      await expect(page.getByRole('heading', { name: 'Payment complete' })).toBeVisible();
      await continueToShop(page);
      await page.waitForURL(site.url('shop', `/success?session_id=${session.id}`));
      expect(new Set(keys).size).toBe(1);
    },
  );
}

for (const [goesOn, isPressed] of [
  ['the form learns of it once it is touched', false],
  ['the next press of Pay does', true],
] as const) {
  test(`loaded anew before its payment came to the server, ${goesOn}, and the bank is answered here`, async ({
    account,
    page,
    session,
  }) => {
    await page.goto(session.url);
    const payment = await holdPayment(page);
    await payWith(page, cards.challenge);
    await payment.sent;
    await page.reload();
    await expect(payButton(page)).toBeVisible();
    if (isPressed) {
      // What it learns by itself comes after the press.
      const again = page.waitForRequest('**/session/payments');
      await page.route('**/checkout/session', (route) => again.then(() => route.continue()));
      await fillCard(page);
    }
    await payment.arrive();
    if (isPressed) await payButton(page).click();
    else await page.getByLabel('Email', { exact: true }).click();
    const bank = page.locator('iframe').contentFrame();
    await bank.getByRole('button', { name: 'Approve' }).click();
    await expect(page.getByRole('heading', { name: 'Payment complete' })).toBeVisible();
    // The receipt says nothing of the card that was typed later.
    await expect(page.getByText('4242')).toHaveCount(0);
    expect((await account.readSession(session.id)).state).toBe('completed');
  });
}

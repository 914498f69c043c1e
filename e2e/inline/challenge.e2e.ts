import type { FrameLocator } from '@playwright/test';
import type { Shop } from '../harness/createShop.ts';
import { holdPayment } from '../harness/faults/holdPayment.ts';
import { cards, fillCard, payButton, payWith } from '../harness/payWith.ts';
import { reloadFrame } from '../harness/reloadFrame.ts';
import { expect, test } from '../harness/test.ts';

const bank = (shop: Shop): FrameLocator => shop.frame().locator('iframe').contentFrame();

async function startChallenge(shop: Shop): Promise<void> {
  await payWith(shop.frame(), cards.challenge);
  await expect(shop.frame().getByRole('heading', { name: 'Confirm with your bank' })).toBeVisible();
}

test('3-D Secure failed, or given up: the shopper is back at the form, uncharged, and another card pays', async ({
  account,
  session,
  shop,
}) => {
  await shop.mount(session);
  await startChallenge(shop);
  await bank(shop).getByRole('button', { name: 'Refuse' }).click();
  expect(await shop.event('decline')).toMatchObject({ reason: 'authentication_failed' });
  await expect(shop.frame().getByRole('alert')).toContainText('Your bank did not confirm');
  expect(await account.readSession(session.id)).toMatchObject({ state: 'open' });

  await startChallenge(shop);
  await shop.frame().getByRole('button', { name: 'Cancel and use another card' }).click();
  await expect
    .poll(async () => (await shop.events('decline')).at(-1)?.['reason'])
    .toBe('authentication_abandoned');
  expect(await account.readSession(session.id)).toMatchObject({ state: 'open' });
  await payWith(shop.frame());
  await shop.event('complete');
});

test('3-D Secure goes on after the checkout frame was reloaded during it', async ({
  page,
  session,
  shop,
}) => {
  await shop.mount(session);
  await startChallenge(shop);
  await reloadFrame(page, shop.frame());
  await bank(shop).getByRole('button', { name: 'Approve' }).click();
  await shop.event('complete');
  expect(await shop.events('complete')).toHaveLength(1);
});

test('3-D Secure that nobody answers is a decline after ten minutes (fault 34)', async ({
  account,
  session,
  shop,
}) => {
  await shop.mount(session);
  await startChallenge(shop);
  await account.advance('11m');
  expect(await shop.event('decline')).toMatchObject({ declineCode: 'authentication_timeout' });
});

test('3-D Secure right after a decline is not disturbed by the attempt before it', async ({
  page,
  session,
  shop,
}) => {
  await shop.mount(session);
  await payWith(shop.frame(), cards.declined);
  await shop.event('decline');
  await startChallenge(shop);
  // Two of the hosted page's own looks at the payment pass, and the bank's page is still there.
  for (let look = 0; look < 2; look += 1) {
    await page.waitForResponse(/\/session\/payments\/[^/]+$/);
  }
  await bank(shop).getByRole('button', { name: 'Approve' }).click();
  await shop.event('complete');
  expect(await shop.events('decline')).toHaveLength(1);
});

test('loaded anew with the shop’s page before its payment came to the server, it asks the bank’s question at the next press', async ({
  account,
  page,
  session,
  shop,
}) => {
  await shop.show(session);
  const payment = await holdPayment(page);
  await payWith(shop.frame(), cards.challenge);
  await payment.sent;
  await page.reload();
  await shop.show(session);
  await fillCard(shop.frame());
  await payment.arrive();
  await payButton(shop.frame()).click();
  await bank(shop).getByRole('button', { name: 'Approve' }).click();
  await shop.event('complete');
  expect(await account.readSession(session.id)).toMatchObject({ state: 'completed' });
});

import { paymentKeys } from '../harness/faults/paymentKeys.ts';
import { openScriptTag } from '../harness/openScriptTag.ts';
import { overlayFrame } from '../harness/overlay.ts';
import { awaitAllOfIt, cards, fillCard, payButton, payWith } from '../harness/payWith.ts';
import { repeats } from '../harness/repeats.ts';
import { expect, test } from '../harness/test.ts';

const paid = ['submit', 'processing payment'];

test('a challenge, and no network while it is passed: the link hears of each step and of one end, and leads to the receipt', async ({
  account,
  context,
  page,
  servers: { site },
  session,
}) => {
  // The page stays where it is, so that it can be asked.
  await page.route('**/success*', (route) => route.fulfill({ status: 204 }));
  const told = await openScriptTag(page, site, session);
  await page.getByRole('link', { name: 'Pay now' }).click();
  const frame = overlayFrame(page);
  await payWith(frame, cards.challenge);
  await frame.locator('iframe').contentFrame().getByRole('button', { name: 'Refuse' }).click();
  await expect(frame.getByRole('alert')).toContainText('Your bank did not confirm');
  await payWith(frame, cards.challenge);
  await expect(frame.getByRole('heading', { name: 'Confirm with your bank' })).toBeVisible();

  await context.setOffline(true);
  await account.decide(session.id);
  const left = page.waitForRequest(site.url('shop', `/success?session_id=${session.id}`));
  await context.setOffline(false);
  await left;
  const challenged = [...paid, 'processing three_d_secure'];
  expect(await told()).toEqual([
    ...['ready', ...challenged, 'decline authentication_failed'],
    ...[...challenged, 'complete'],
  ]);
});

test(
  'a network that goes at Pay: one payment, one end',
  repeats(
    'e2e/overlay/page.e2e.ts',
    'the network goes away and comes back under it, and a reload leaves a session to pay',
  ),
  async ({ context, page, servers: { site }, session }) => {
    const keys = paymentKeys(page);
    await page.route('**/success*', (route) => route.fulfill({ status: 204 }));
    const told = await openScriptTag(page, site, session);
    await page.getByRole('link', { name: 'Pay now' }).click();
    const frame = overlayFrame(page);
    await awaitAllOfIt(frame);
    await fillCard(frame);
    await context.setOffline(true);
    await payButton(frame).click();
    await expect(frame.getByText(/do not pay again/i)).toBeVisible();
    const left = page.waitForRequest(site.url('shop', `/success?session_id=${session.id}`));
    await context.setOffline(false);
    await left;
    expect(await told()).toEqual(['ready', ...paid, 'complete']);
    expect(new Set(keys).size).toBe(1);
  },
);

test('a session that expires over the page charges nothing, says so, and leads back to the cart (fault 37)', async ({
  account,
  page,
  servers: { site },
  session,
}) => {
  const told = await openScriptTag(page, site, session);
  await page.getByRole('link', { name: 'Pay now' }).click();
  const frame = overlayFrame(page);
  await fillCard(frame);
  await account.advance('25h');
  await payButton(frame).click();
  await expect(frame.getByRole('heading', { name: 'This checkout has expired' })).toBeVisible();
  await expect.poll(told).toEqual(['ready', 'submit', 'processing payment', 'expire']);
  await frame.getByRole('button', { name: 'Return to Alder Press' }).click();
  await page.waitForURL(site.url('shop', '/cart'));
  expect(await account.readSession(session.id)).toMatchObject({
    state: 'expired',
    payment_intent_id: null,
  });
});

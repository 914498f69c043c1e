import type { Page } from '@playwright/test';
import { paymentKeys } from '../harness/faults/paymentKeys.ts';
import { awaitAllOfIt, fillCard, payButton } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

/** What a page says of the network, and that this has changed. */
const tell = (page: Page, onLine: boolean): Promise<void> =>
  page.evaluate((value) => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value });
    dispatchEvent(new Event(value ? 'online' : 'offline'));
  }, onLine);

/**
 * Takes the network of the checkout away, and gives it back. `setOffline` tells each window at another time, and one that
 * is being opened brings the network back to the page that opens it: which knows first would be left to chance.
 */
async function cut(pages: readonly Page[], pay: string): Promise<() => Promise<void>> {
  const [shop] = pages;
  const address = `${pay}/**`;
  await shop?.context().route(address, (route) => route.abort('internetdisconnected'));
  for (const page of pages) await tell(page, false);
  return async () => {
    await shop?.context().unroute(address);
    for (const page of [...pages].reverse()) await tell(page, true);
  };
}

test('a network that is not there at the start, and goes again at Pay, loses neither window nor payment (faults 1, 2, 39)', async ({
  account,
  page,
  servers: { pay },
  shop,
}) => {
  await shop.open();
  const mend = await cut([page], pay);
  const popup = await shop.openPopup(await account.createSession());
  expect(await shop.event('error')).toMatchObject({ code: 'offline', recoverable: true });
  expect(popup.isClosed()).toBe(false);
  await mend();
  await shop.event('ready');

  await awaitAllOfIt(popup);
  await fillCard(popup);
  const keys = paymentKeys(popup);
  const mendAgain = await cut([page, popup], pay);
  await payButton(popup).click();
  await expect(popup.getByText(/do not pay again/i)).toBeVisible();
  await shop.event('processing');
  expect([await shop.phase(), popup.isClosed()]).toEqual(['processing', false]);
  await mendAgain();
  expect(await shop.event('complete')).toMatchObject({ verified: 'api' });
  await expect.poll(() => popup.isClosed()).toBe(true);
  const told = (await shop.events()).map(({ type }) => type);
  expect(told.filter((type) => ['error', 'complete'].includes(type))).toEqual([
    'error',
    'complete',
  ]);
  expect(new Set(keys).size).toBe(1);
});

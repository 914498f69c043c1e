import { overlayFrame } from '../harness/overlay.ts';
import { cards, payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

/** Younger than the oldest browsers that are supported. Runs in the shop, in the hosted page and in the bank's. */
function removeWhatIsYoung(): void {
  for (const [of, ...names] of [
    [Array, 'fromAsync'],
    [Array.prototype, 'findLast', 'toReversed', 'toSorted', 'toSpliced', 'with'],
    [Element.prototype, 'moveBefore', 'setHTMLUnsafe'],
    [Navigator.prototype, 'userActivation'],
    [Object, 'groupBy'],
    [Promise, 'try', 'withResolvers'],
    [Set.prototype, 'difference', 'intersection', 'union'],
    [URL, 'parse'],
    [window, 'BroadcastChannel', 'structuredClone', 'WeakRef'],
  ] as const) {
    for (const name of names) Reflect.deleteProperty(of, name);
  }
}

/** What the SDK builds on: browsers of 2023 and before lack one or both. */
function removeTheFloor(): void {
  Reflect.deleteProperty(AbortSignal, 'any');
  Reflect.deleteProperty(URL, 'canParse');
}

test('a browser without what came lately pays, in the page and over it', async ({
  account,
  page,
  shop,
}) => {
  const thrown: string[] = [];
  page.on('pageerror', ({ message }) => thrown.push(message));
  await page.addInitScript(removeWhatIsYoung);
  await shop.open();
  await shop.mount(await account.createSession());
  await payWith(shop.frame(), cards.challenge);
  const bank = shop.frame().locator('iframe').contentFrame();
  await bank.getByRole('button', { name: 'Approve' }).click();
  await shop.event('complete');
  await shop.openOverlay(await account.createSession(), { name: 'over' });
  await payWith(overlayFrame(page));
  await shop.event('complete', 'over');
  expect(thrown).toEqual([]);
});

test('a browser below the oldest supported is shown the way to the checkout, and pays there', async ({
  account,
  context,
  page,
  shop,
}) => {
  const thrown: string[] = [];
  context.on('weberror', (error) => thrown.push(error.error().message));
  await context.addInitScript(removeWhatIsYoung);
  await context.addInitScript(removeTheFloor);
  // The receipt leads back to the shop after a while: it is held so that it can be seen.
  await context.route(/\/success/, (route) => route.fulfill({ status: 204 }));
  await shop.open();
  await shop.mount(await account.createSession());
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Open in a new page' }).click();
  const checkout = await opened;
  await payWith(checkout, cards.challenge);
  const bank = checkout.locator('iframe').contentFrame();
  await bank.getByRole('button', { name: 'Approve' }).click();
  await expect(checkout.getByRole('heading', { name: 'Payment complete' })).toBeVisible();
  expect(thrown).toEqual([]);
});

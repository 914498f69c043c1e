import { cards, payWith } from './harness/payWith.ts';
import { expect, test } from './harness/test.ts';

/** Runs in the shop, in the hosted page and in the bank's. */
function removeWhatIsYoung(): void {
  for (const [of, ...names] of [
    [AbortSignal, 'any'],
    [Array, 'fromAsync'],
    [Array.prototype, 'findLast', 'toReversed', 'toSorted', 'toSpliced', 'with'],
    [Element.prototype, 'moveBefore', 'setHTMLUnsafe'],
    [Navigator.prototype, 'userActivation'],
    [Object, 'groupBy'],
    [Promise, 'try', 'withResolvers'],
    [Set.prototype, 'difference', 'intersection', 'union'],
    [URL, 'canParse', 'parse'],
    [window, 'BroadcastChannel', 'structuredClone', 'WeakRef'],
  ] as const) {
    for (const name of names) Reflect.deleteProperty(of, name);
  }
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
  await payWith(page.locator('paymentkit-overlay iframe').contentFrame());
  await shop.event('complete', 'over');
  expect(thrown).toEqual([]);
});

import { payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

/** What themes, resets and plugins say of every frame of a page. */
const rules = [
  'iframe { height: auto !important; max-width: 100% }',
  'iframe { position: absolute; inset: 0; width: 100%; height: 100%; aspect-ratio: 16 / 9 }',
  'iframe { max-height: 400px; min-width: 80%; margin: 40px auto !important }',
  'iframe { display: none !important }',
  'iframe { visibility: hidden; pointer-events: none; opacity: 0.4 !important }',
  '#checkout iframe { transform: scale(0.5); transition: all 9s !important; animation: none !important }',
  'iframe, embed, video { border: 3px solid red !important; float: left; width: 50% !important }',
];

for (const rule of rules) {
  test(`a page's rule for every frame is not for the checkout's: ${rule}`, async ({
    page,
    session,
    shop,
  }) => {
    await shop.open();
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets.push(sheet);
    }, rule);
    await shop.show(session);
    const place = page.locator('#checkout');
    const boxes = async () => [await shop.element().boundingBox(), await place.boundingBox()];
    await expect
      .poll(async () => (await shop.element().boundingBox())?.height)
      .toBeGreaterThan(700);
    const [frame, around] = await boxes();
    expect(frame).toEqual(around);
    await payWith(shop.frame());
    await shop.event('complete');
  });
}

test('the frame is unseen where its place is', async ({ page, session, shop }) => {
  await shop.show(session);
  await page.locator('#checkout').evaluate((place) => {
    place.style.visibility = 'hidden';
  });
  await expect(shop.element()).toBeHidden();
});

import { expect, test } from '../harness/test.ts';

test('the test kit runs in a browser too, for runners that open one: by its own timers, in a real document', async ({
  page,
  shop,
}) => {
  await shop.open();
  await page.evaluate("import('/assets/kit.js').then(() => undefined)");
  const story = await page.evaluate(async () => {
    const { createTestCheckout, mountCheckout, openCheckout } = window.kit;
    const secureToken = 'cst_example';
    const first = createTestCheckout();
    openCheckout({ secureToken });
    await first.ready();
    await first.dismiss();
    const test = createTestCheckout();
    mountCheckout('#checkout', { secureToken, completion: { endpoint: '/complete' } });
    await test.challenge();
    await test.complete();
    const told = [...first.events, ...test.events].map(({ type }) => type);
    return { told, completions: test.completions.length, to: test.redirectedTo, at: location.href };
  });
  expect(story).toEqual({
    told: [...['ready', 'close'], ...['ready', 'submit', 'processing', 'processing', 'complete']],
    completions: 1,
    to: 'https://shop.example/success?s=cs_test_abcdefgh12345678',
    at: page.url(),
  });
});

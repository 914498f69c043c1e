import { cards, payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

test('a shop that is isolated by COOP and COEP pays inline, bank and all (4: 20; fault 15)', async ({
  page,
  session,
  shop,
}) => {
  await shop.open('coop', 'coep');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await shop.mount(session);
  await payWith(shop.frame(), cards.challenge);
  const bank = shop.frame().locator('iframe').contentFrame();
  await bank.getByRole('button', { name: 'Approve' }).click();
  expect(await shop.event('complete')).toMatchObject({ verified: 'api' });
  expect(await shop.events('error')).toEqual([]);
});

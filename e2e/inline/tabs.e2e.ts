import { createShop } from '../harness/createShop.ts';
import { payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

test('paid in one tab, the checkout in another completes at once, without being looked at', async ({
  context,
  servers,
  session,
  shop,
}) => {
  const page = await context.newPage();
  const other = createShop(page, servers.site);
  // In a hidden page only the hint is left: nothing is read by the clock, and no coming into view wakes the checkout.
  await page.addInitScript(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    document.addEventListener(
      'visibilitychange',
      (event) => event.stopImmediatePropagation(),
      true,
    );
  });
  await Promise.all([shop.open('strict'), other.open('strict')]);
  await Promise.all([shop.mount(session), other.mount(session)]);
  await Promise.all([shop.event('ready'), other.event('ready')]);

  await payWith(shop.frame());
  await shop.event('complete');
  expect(await other.event('complete')).toMatchObject({
    session: session.id,
    state: 'completed',
    verified: 'api',
  });
  expect(await other.events('complete')).toHaveLength(1);
  expect([...(await shop.violations()), ...(await other.violations())]).toEqual([]);
});

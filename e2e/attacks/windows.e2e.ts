import { inWholeBrowser } from '../harness/browser/inWholeBrowser.ts';
import { passDeadline } from '../harness/faults/passDeadline.ts';
import { payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

test('a window that a page has opened under a name is not the one that the checkout takes (threat 45)', async ({
  page,
  servers,
  session,
  shop,
}) => {
  await shop.open();
  const evil = servers.site.url('evil', '/blank');
  const openAs = async (name: string): Promise<void> => {
    const opening = page.waitForEvent('popup');
    await page.evaluate(([url, as]) => void open(url, as), [evil, name] as const);
    await (await opening).waitForURL(evil);
  };
  for (const name of ['paymentkit', 'checkout']) await openAs(name);
  const popup = await shop.openPopup(session);
  await shop.event('ready');
  // It has no name by which another could lead it away.
  expect(await popup.evaluate(() => window.name)).toBe('');
  const led = page
    .context()
    .pages()
    .filter((one) => one.url() === evil);
  expect(led).toHaveLength(2);
  await payWith(popup);
  expect(await shop.event('complete')).toMatchObject({ session: session.id });
});

test(
  'the way on that the error panel offers has no hold on the shop (threat 45)',
  inWholeBrowser,
  async ({ page, session, shop }) => {
    await page.route('**/embed/**', (route) => route.abort());
    await page.clock.install();
    await shop.mount(session);
    await passDeadline(page, shop);
    const opening = page.context().waitForEvent('page');
    await page.getByRole('link', { name: 'Open in a new page' }).click();
    const opened = await opening;
    await opened.waitForLoadState();
    expect(await opened.evaluate(() => window.opener as unknown)).toBeNull();
  },
);

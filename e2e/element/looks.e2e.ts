import { expect, test } from '../harness/test.ts';

test('looks and a language that are taken away are the page’s own again', async ({
  page,
  servers,
  session,
}) => {
  await page.goto(servers.site.url('shop', '/modes'));
  await page.waitForFunction(() => 'begin' in window);
  await page.evaluate((url) => {
    document
      .querySelector('#checkout')
      ?.insertAdjacentHTML(
        'beforeend',
        `<paymentkit-checkout url="${url}" theme="dark" accent-color="#0b5d4b" locale="de"></paymentkit-checkout>`,
      );
  }, session.url);
  const element = page.locator('paymentkit-checkout');
  const root = element.locator('iframe').contentFrame().locator('html');
  const accent = (): Promise<string> =>
    root.evaluate((own) => getComputedStyle(own).getPropertyValue('--pk-accent').trim());
  await expect(root).toHaveAttribute('lang', 'de');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  const chosen = await accent();
  await element.evaluate((own) => {
    for (const name of ['theme', 'accent-color', 'locale']) own.removeAttribute(name);
  });
  await expect(root).toHaveAttribute('lang', 'en');
  await expect(root).toHaveAttribute('data-theme', 'light');
  await expect.poll(accent).not.toBe(chosen);
});

import { openElementPage } from '../harness/openElementPage.ts';
import { expect, test } from '../harness/test.ts';

test('looks and a language that are taken away are the page’s own again', async ({
  page,
  servers: { site },
  session,
}) => {
  const looks = 'theme="dark" accent-color="#0b5d4b" locale="de"';
  const markup = `<paymentkit-checkout url="${session.url}" ${looks}></paymentkit-checkout>`;
  await openElementPage(page, site, markup);
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

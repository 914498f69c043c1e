import { openElementPage } from '../harness/openElementPage.ts';
import { expect, test } from '../harness/test.ts';

test('what stands in it shows until there is a checkout, where its address is wrong, and when it is gone', async ({
  page,
  servers: { site },
  session,
}) => {
  const inside = '<a href="/pay">Pay on another page</a>';
  const markup = `<paymentkit-checkout redirect="never">${inside}</paymentkit-checkout>`;
  await openElementPage(page, site, markup);
  const element = page.locator('paymentkit-checkout');
  const link = page.getByRole('link', { name: 'Pay on another page' });
  const form = element.locator('iframe').contentFrame().getByLabel('Email', { exact: true });
  const setUrl = (url: string): Promise<void> =>
    element.evaluate((own, value) => {
      own.addEventListener('paymentkit:error', (event) => event.preventDefault(), { once: true });
      own.setAttribute('url', value);
    }, url);
  await expect(link).toBeVisible();
  await setUrl(session.url);
  await expect(form).toBeVisible();
  await expect(link).toBeHidden();
  await setUrl('nonsense');
  await expect(link).toBeVisible();
  await setUrl(session.url);
  await expect(form).toBeVisible();
  await element.evaluate((own) => {
    own.removeAttribute('url');
  });
  await expect(link).toBeVisible();
  await expect(element.locator('iframe')).toHaveCount(0);
});

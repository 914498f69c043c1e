import type { Page } from '@playwright/test';
import type { PreparedCheckout } from 'paymentkit-js';
import type { Session } from '../harness/createAccount.ts';
import { optionsFor } from '../harness/optionsFor.ts';
import { payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

declare global {
  interface Window {
    prepared: PreparedCheckout;
    /** What the checkout told, in its order. */
    told: string[];
  }
}

const prepare = (
  page: Page,
  session: Session,
  where: { readonly target?: string } = { target: '#checkout' },
): Promise<void> =>
  page.evaluate(
    (options) => {
      window.told = [];
      window.prepared = window.shop.PaymentKit.prepareCheckout({
        redirect: 'never',
        onReady: () => window.told.push('ready'),
        onComplete: () => window.told.push('complete'),
        onError: ({ error }) => window.told.push(error.code),
        ...options,
      });
    },
    { ...optionsFor(session), ...where },
  );

/**
 * The documents and scripts that are loaded from now on: whoever is ready without any has waited for none. The second
 * half of the page comes with the focus, and nobody waits for it.
 */
function loadsOf(page: Page): readonly string[] {
  const loads: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() !== 'fetch' && !/later/i.test(request.url()))
      loads.push(request.url());
  });
  return loads;
}

test('a prepared checkout takes no place, and is ready and paid in the frame it was built in', async ({
  page,
  session,
  shop,
}) => {
  await shop.open('strict');
  await prepare(page, session);
  const place = page.locator('#checkout');
  await expect(shop.frame().locator('body')).toContainText('Pay $49.00');
  await expect(shop.element()).toHaveAttribute('title', 'Checkout');
  await expect(shop.element()).toBeHidden();
  expect((await place.boundingBox())?.height ?? 0).toBe(0);
  expect(await page.evaluate(() => window.told)).toEqual([]);

  const frame = await shop.element().elementHandle();
  const loads = loadsOf(page);
  await page.evaluate(async () => {
    const checkout = window.prepared.start();
    if (window.told.length > 0) throw new Error('Told within the task of its start');
    await checkout.ready;
  });
  expect(loads).toEqual([]);
  await expect(shop.element()).toBeVisible();
  await expect(shop.element()).toHaveAttribute('title', 'Checkout: Alder Press');
  expect(await shop.element().evaluate((one, other) => one === other, frame)).toBe(true);
  await payWith(shop.frame());
  await expect.poll(() => page.evaluate(() => window.told)).toEqual(['ready', 'complete']);
  expect(await shop.violations()).toEqual([]);
});

test('the frame has the height of its page as soon as it is seen', async ({
  page,
  session,
  shop,
}) => {
  await shop.open();
  await prepare(page, session);
  await expect(shop.frame().locator('body')).toContainText('Pay $49.00');
  await page.evaluate(() => window.prepared.start().ready);
  await expect
    .poll(async () => {
      const { height } = (await shop.element().boundingBox()) ?? { height: 0 };
      const needed = await shop
        .frame()
        .locator('html')
        .evaluate((root) => root.ownerDocument.body.scrollHeight);
      return Math.abs(height - needed);
    })
    .toBeLessThanOrEqual(1);
});

test('without a target it waits in a closed dialog, and is ready in it as soon as that opens', async ({
  page,
  session,
  shop,
}) => {
  await shop.open('strict');
  await prepare(page, session, {});
  const dialog = page.locator('paymentkit-overlay').getByRole('dialog', { includeHidden: true });
  const frame = page.locator('paymentkit-overlay iframe');
  await expect(frame.contentFrame().locator('body')).toContainText('Pay $49.00');
  await expect(dialog).toBeHidden();
  expect(await page.evaluate(() => window.told)).toEqual([]);

  const loads = loadsOf(page);
  await page.evaluate(async () => {
    await window.prepared.start().ready;
  });
  expect(loads).toEqual([]);
  await expect(dialog).toBeVisible();
  await expect(frame.contentFrame().getByLabel('Email', { exact: true })).toBeFocused();
  await payWith(frame.contentFrame());
  await expect.poll(() => page.evaluate(() => window.told)).toEqual(['ready', 'complete']);
  expect(await shop.violations()).toEqual([]);
});

test('destroyed before its start it leaves nothing in the page', async ({
  page,
  session,
  shop,
}) => {
  await shop.open();
  await prepare(page, session);
  await expect(shop.frame().locator('body')).toContainText('Pay $49.00');
  await page.evaluate(() => {
    window.prepared.destroy();
  });
  await expect(page.locator('#checkout')).toBeEmpty();
  expect(await page.evaluate(() => window.told)).toEqual([]);
});

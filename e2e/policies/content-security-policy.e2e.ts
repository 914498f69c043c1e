import type { Page } from '@playwright/test';
import { passDeadline } from '../harness/faults/passDeadline.ts';
import { cards, payButton, payWith } from '../harness/payWith.ts';
import { continueToShop } from '../harness/receipt.ts';
import { repeats } from '../harness/repeats.ts';
import { expect, test } from '../harness/test.ts';

/** What any frame of the page reports about policies: the shop's own and the hosted page's. */
function reports(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (
      /content security|trusted type|permissions policy|escape its sandbox/i.test(message.text())
    ) {
      found.push(message.text());
    }
  });
  return found;
}

test('a whole payment under a strict policy and Trusted Types none breaks no rule (1D Dintero; 4: 18, 19, 42; threats 20 and 61; faults 13, 14)', async ({
  page,
  session,
  shop,
}) => {
  const found = reports(page);
  await shop.open('strict');
  await shop.show(session, { completion: { endpoint: '/complete' } });
  const frame = shop.frame();
  await frame.getByRole('button', { name: 'Add a promotion code' }).click();
  await frame.getByLabel('Promotion code', { exact: true }).fill('SAVE20');
  await frame.getByRole('button', { name: 'Apply' }).click();
  await expect(payButton(frame)).toHaveText('Pay $39.20');
  await payWith(frame, cards.declined);
  await shop.event('decline');
  await payWith(frame, cards.challenge);
  await frame.locator('iframe').contentFrame().getByRole('button', { name: 'Approve' }).click();
  expect(await shop.event('complete')).toMatchObject({ verified: 'merchant' });
  expect(await shop.violations()).toEqual([]);
  expect(found).toEqual([]);
});

test('the error panel and its retry stand under a strict policy too', async ({
  page,
  session,
  shop,
}) => {
  await page.clock.install();
  await shop.open('strict');
  // Until it is taken back: a frame may be given up before it has asked, and an abort of one request would meet the next.
  await page.route('**/embed/**', (route) => route.abort());
  await shop.mount(session);
  await passDeadline(page, shop);
  await page.unroute('**/embed/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(payButton(shop.frame())).toBeVisible();
  expect(await shop.violations()).toEqual([]);
});

test('the strict policy is enforced in this test: a foreign style and a string as script are refused', async ({
  page,
  shop,
}) => {
  await shop.open('strict');
  const refused = await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'main { color: red }';
    document.head.append(style);
    try {
      document.createElement('div').setHTMLUnsafe('<b>text</b>');
      return false;
    } catch {
      return true;
    }
  });
  expect(refused).toBe(true);
  await expect.poll(() => shop.violations()).not.toEqual([]);
});

test('the hosted page at top level pays under its own policy without a report', async ({
  page,
  session,
}) => {
  const found = reports(page);
  await page.goto(session.url);
  await payWith(page);
  await continueToShop(page);
  await page.waitForURL(/\/success/);
  expect(found).toEqual([]);
});

test(
  'a shop that isolates its windows with COOP pays inline',
  repeats(
    'e2e/policies/isolation.e2e.ts',
    'a shop that is isolated by COOP and COEP pays inline, bank and all',
  ),
  async ({ session, shop }) => {
    await shop.open('coop');
    await shop.mount(session);
    await payWith(shop.frame());
    await shop.event('complete');
  },
);

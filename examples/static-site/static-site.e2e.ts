import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { cards, payWith } from '../../e2e/harness/payWith.ts';
import { serveFiles } from '../../e2e/harness/servers/serveFiles.ts';
import { withServers } from '../../e2e/harness/servers/withServers.ts';

const dist = fileURLToPath(new URL('./dist', import.meta.url));

const test = withServers.extend<{ site: Awaited<ReturnType<typeof serveFiles>> }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from the pattern
  site: async ({}, use) => {
    const site = await serveFiles(dist);
    await use(site);
    await site.close();
  },
});

async function order(page: Page, origin: string) {
  await page.goto(origin);
  await page.getByRole('button', { name: 'Order the premium kit' }).click();
  return page.frameLocator('#checkout iframe');
}

test('a whole checkout, bank and all, from plain files', async ({ page, site }) => {
  const checkout = await order(page, site.origin);
  await payWith(checkout, cards.declined);
  await expect(page.getByText('Nothing was charged.')).toBeVisible();
  await payWith(checkout, cards.challenge);
  await checkout.frameLocator('iframe').getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Thank you.')).toBeVisible();
  const files = site.asked.filter((path) => !/^\/(assets\/.*|mockServiceWorker\.js)?$/.test(path));
  expect(files).toEqual([]);
});

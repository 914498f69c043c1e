import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { test } from 'paymentkit-mock-server/playwright';
import { bundleFacts } from './bundleFacts.ts';

interface Facts {
  runFactsAt: (
    url: string,
  ) => Promise<readonly { readonly name: string; readonly fault?: string }[]>;
}

test('what holds of the server holds of the one that a Playwright worker starts', async ({
  paymentkitUrl,
}) => {
  test.setTimeout(60_000);
  const file = test.info().outputPath('facts.mjs');
  writeFileSync(file, await bundleFacts('runFactsAt'));
  const { runFactsAt } = (await import(pathToFileURL(file).href)) as Facts;
  const results = await runFactsAt(paymentkitUrl);
  expect(results.filter(({ fault }) => fault !== undefined)).toEqual([]);
  expect(results.length).toBeGreaterThan(350);
});

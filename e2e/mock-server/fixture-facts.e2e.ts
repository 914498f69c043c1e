import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { test } from 'paymentkit-mock-server/playwright';
import { repeats } from '../harness/repeats.ts';
import { bundleFacts } from './bundleFacts.ts';

interface Facts {
  runFactsAt: (
    url: string,
    nth: number,
  ) => Promise<readonly { readonly name: string; readonly fault?: string }[]>;
}

/** The same server as that of the unit tests, which hold all of them: a part shows that it is started as they start it. */
const nth = 8;

test(
  'what holds of the server holds of the one that a Playwright worker starts',
  repeats(
    'e2e/mock-server/worker-facts.e2e.ts',
    'what holds of the server holds of the worker in a page, but for what cannot',
  ),
  async ({ paymentkitUrl }) => {
    // What is below this name is not compiled once more by the runner.
    const file = test.info().outputPath('node_modules', 'facts.mjs');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, await bundleFacts('runFactsAt'));
    const { runFactsAt } = (await import(pathToFileURL(file).href)) as Facts;
    const results = await runFactsAt(paymentkitUrl, nth);
    expect(results.filter(({ fault }) => fault !== undefined)).toEqual([]);
    expect(results.length).toBeGreaterThan(350 / nth);
  },
);

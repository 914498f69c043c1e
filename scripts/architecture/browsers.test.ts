import { expect, test } from 'vitest';
import { readSuites } from './readSuites.ts';

/**
 * Tests share a browser where their workers hold the same. What makes them differ: a `test` of Playwright's own, one of a
 * merchant's, something else that a worker holds, and a browser that is started otherwise.
 */
const differences = [
  /import \{[^}]*\btest\b[^}]*\} from '(?:@playwright\/test|paymentkit-mock-server\/playwright)'/,
  /\bscope: 'worker'/,
  /\.use\(\{[^}]*\b(?:browserName|channel|headless|launchOptions)\b/,
];

/** The one that all are made from, and the tests of the fixture that merchants are given. */
const homes =
  /^e2e\/(?:harness\/servers\/withServers\.ts|mock-server\/)|^examples\/merchant-tests\//;

const startsItsOwn = (text: string): boolean => differences.some((one) => one.test(text));

test('no browser test starts a browser of its own: each is made from withServers.ts, which all share', () => {
  const own = readSuites().filter(({ file, text }) => !homes.test(file) && startsItsOwn(text));
  expect(own.map(({ file }) => file)).toEqual([]);
});

test('a test that starts a browser of its own is seen, and what only one page needs is none', () => {
  const own = [
    "import { expect, test } from '@playwright/test';",
    "import { test as base } from '@playwright/test';",
    "import { test } from 'paymentkit-mock-server/playwright';",
    "withServers.extend<object, { shop: Shop }>({ shop: [start, { scope: 'worker' }] });",
    "test.use({\n  launchOptions: { args: ['--lang=de'] },\n});",
  ];
  expect(own.filter((text) => !startsItsOwn(text))).toEqual([]);
  const shared = [
    "import { expect, type Page } from '@playwright/test';",
    'const test = withServers.extend<{ site: string }>({ site: serve });',
    'test.use({ viewport: { width: 320, height: 256 } });',
  ];
  expect(shared.filter(startsItsOwn)).toEqual([]);
});

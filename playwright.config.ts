import { defineConfig } from '@playwright/test';
import { chromium } from './e2e/harness/browser/chromium.ts';
import { headlessShell } from './e2e/harness/browser/headlessShell.ts';
import { inWholeBrowser } from './e2e/harness/browser/inWholeBrowser.ts';

const testMatch = ['e2e/**/*.e2e.ts', 'examples/*/**/*.e2e.ts'];
const wholeBrowser = new RegExp(inWholeBrowser.tag);
const { ignoreDefaultArgs, ...launchOptions } = chromium();

// Before it acts Playwright waits for a navigation that it believes to be under way. When it is mistaken, that wait ends
// with nothing, not even with the page, and the test runs into its limit without a word. No test here needs it: each
// waits for the address that it goes to, or for what stands nowhere else.
process.env['PLAYWRIGHT_SKIP_NAVIGATION_CHECK'] = '1';

export default defineConfig({
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // A test takes a second or two. The limits are for machines that are many times slower, or busy with something else:
  // what is green waits for none of them.
  timeout: 60_000,
  expect: { timeout: 20_000 },
  outputDir: 'test-results',
  reporter: process.env['CI'] === undefined ? 'list' : [['dot']],
  use: {
    browserName: 'chromium',
    launchOptions: headlessShell(),
    locale: 'en-US',
    timezoneId: 'UTC',
    // An action that never ends says so itself, and where it was: of the test's own limit nobody learns what it waited for.
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    // A trace of each test costs a quarter of the time: ask for it with --trace retain-on-failure.
    trace: 'off',
    screenshot: 'only-on-failure',
    video: 'off',
  },
  projects: [
    { name: 'shell', testMatch, grepInvert: wholeBrowser },
    {
      name: 'whole browser',
      testMatch,
      grep: wholeBrowser,
      // With its scrollbars too: Playwright hides them, and what their going does to a page.
      use: {
        launchOptions: {
          ...launchOptions,
          ignoreDefaultArgs: [...ignoreDefaultArgs, '--hide-scrollbars'],
        },
      },
    },
  ],
});

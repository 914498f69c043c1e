import { defineConfig } from '@playwright/test';
import { chromium } from './e2e/harness/chromium.ts';
import { headlessShell } from './e2e/harness/headlessShell.ts';

/** What needs windows, popup blocking or the back-forward cache runs in the whole browser. */
const windows = [
  'e2e/{attacks-window,browser,ending,lifecycle,redirect,tabs}.e2e.ts',
  'e2e/{overlay,popup,start}/*.e2e.ts',
].map((glob) => `**/${glob}`);

export default defineConfig({
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 20_000,
  expect: { timeout: 8_000 },
  outputDir: 'test-results',
  reporter: process.env['CI'] === undefined ? 'list' : [['dot']],
  use: {
    browserName: 'chromium',
    launchOptions: chromium(),
    locale: 'en-US',
    timezoneId: 'UTC',
    // A trace of each test costs a quarter of the time: ask for it with --trace retain-on-failure.
    trace: 'off',
    screenshot: 'only-on-failure',
    video: 'off',
  },
  projects: [
    {
      name: 'suites',
      testDir: 'e2e',
      testMatch: '**/*.e2e.ts',
      testIgnore: windows,
      use: { launchOptions: headlessShell() },
    },
    { name: 'windows', testDir: 'e2e', testMatch: windows },
    { name: 'examples', testDir: 'examples', testMatch: '**/*.e2e.ts' },
  ],
});

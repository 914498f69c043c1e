import { defineConfig } from '@playwright/test';
import { chromium } from './e2e/harness/chromium.ts';

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
    { name: 'suites', testDir: 'e2e', testMatch: '**/*.e2e.ts' },
    { name: 'examples', testDir: 'examples', testMatch: '**/*.e2e.ts' },
  ],
});

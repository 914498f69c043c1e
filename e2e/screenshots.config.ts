import { defineConfig } from '@playwright/test';
import { chromium } from './harness/browser/chromium.ts';

/** Pictures of every state for people to look at: `npm run screenshots`. Not part of the tests. */
export default defineConfig({
  testDir: '.',
  testMatch: 'screenshots.ts',
  outputDir: '../screenshots/run',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  reporter: 'dot',
  use: { launchOptions: chromium(), locale: 'en-US', timezoneId: 'UTC', trace: 'off' },
});

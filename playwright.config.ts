import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from './tests/support/findBrowser.ts';

export default defineConfig({
  testDir: 'tests/e2e',
  // Emptied at each start: the reports stand beside it.
  outputDir: 'test-results/browser',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  globalSetup: './tests/e2e/buildPages.ts',
  use: { launchOptions: { executablePath: findBrowser(), args: browserFlags }, trace: 'retain-on-failure' },
});

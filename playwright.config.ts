import { defineConfig } from '@playwright/test';
import { CHROMIUM_OPTIONS, USER_AGENT } from './browser/chromium-options';

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './browser/stack-database.ts',
  timeout: 90_000,
  expect: { timeout: 15_000 }, // two journeys share two cores
  workers: 2, // each file starts a stack of its own
  forbidOnly: true,
  reporter: [['list']],
  use: {
    userAgent: USER_AGENT,
    // What was done and asked for. Pictures of every moment of every test would cost more than a tenth of the run.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    launchOptions: CHROMIUM_OPTIONS,
  },
});

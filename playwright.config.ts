import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const USUAL_CHROMIUM = '/usr/bin/chromium';
const executablePath =
  process.env['CHROMIUM_PATH'] ?? (existsSync(USUAL_CHROMIUM) ? USUAL_CHROMIUM : undefined);

export default defineConfig({
  testDir: 'tests/e2e',
  timeout: 60_000,
  workers: 1, // all journeys share one stack
  forbidOnly: true,
  reporter: [['list']],
  use: {
    // Shopify's library answers 410 to bots, and a headless browser names itself as one.
    userAgent:
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox', // as root there is none
        '--disable-features=LocalNetworkAccessChecks', // a frame from the loopback address is let in
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});

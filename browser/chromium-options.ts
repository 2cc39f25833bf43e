import { requireChromium } from '../scripts/chromium.mjs';

/** How Chromium is started: it speaks to this machine alone. */
export const CHROMIUM_OPTIONS = {
  executablePath: requireChromium(),
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
};

/** Shopify's library answers 410 to bots, and a headless browser names itself as one. */
export const USER_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

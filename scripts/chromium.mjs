import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { SetUpError } from './set-up-error.mjs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium: CHROMIUM_PATH, one of this machine, Playwright's own, else Debian's package as root. */
export function requireChromium() {
  const found = findChromium();
  if (found !== null) return found;
  installDebianChromium();
  const installed = findChromium();
  if (installed !== null) return installed;
  throw new SetUpError(
    'The browser tests need Chromium: install it, or set CHROMIUM_PATH, or run npx playwright install --with-deps chromium.',
  );
}

function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new SetUpError(`CHROMIUM_PATH is ${named}, where no file is: correct it or unset it.`);
  }
  return [...USUAL_PLACES, chromium.executablePath()].find((place) => place && existsSync(place)) ?? null;
}

function installDebianChromium() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  process.stderr.write('Installing Chromium (apt-get install chromium)…\n');
  const quietly = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  try {
    execFileSync('apt-get', ['update', '-qq'], quietly);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quietly);
  } catch {
    // apt-get has said why; what counts is whether the browser is there afterwards.
  }
}

import { execFileSync, spawn } from 'node:child_process';
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

const INSTALL = 'apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium';
const QUIETLY = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };

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

/**
 * Begins to install what `requireChromium` would, while something else goes on. Out: when it is over; whether the browser
 * is there then, `requireChromium` says.
 * @returns {Promise<void>}
 */
export async function fetchChromium() {
  if (findChromium() !== null || !canInstall()) return;
  const child = spawn('sh', ['-c', INSTALL], QUIETLY);
  await new Promise((resolve) => child.once('close', resolve).once('error', resolve));
}

const canInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function installDebianChromium() {
  if (!canInstall()) return;
  process.stderr.write('Installing Chromium (apt-get install chromium)…\n');
  try {
    execFileSync('sh', ['-c', INSTALL], QUIETLY);
  } catch {
    // apt-get has said why; what counts is whether the browser is there afterwards.
  }
}

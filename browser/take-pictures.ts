import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { projectRoot } from '../scripts/project-root.mjs';
import { CHROMIUM_OPTIONS, USER_AGENT } from './chromium-options';
import { localAdmin, type LocalAdmin } from './local-admin';
import { startStack, type StoreName } from './start-stack';
import { watchTraffic } from './watch-traffic';

const FOLDER = join(projectRoot, 'docs', 'pictures');
/** The local admin's own frame takes the left and the top; what is left is the width of the app. */
const SIZES = { desktop: { width: 1280, height: 1000 }, mobile: { width: 390, height: 1000 } } as const;

type Picture = {
  readonly name: string;
  readonly store: StoreName;
  readonly path: string;
  readonly links?: string; // the first of these is followed from there
};

/** A week after the sequence was turned on. */
const EARLY: ReadonlyArray<Picture> = [
  { name: 'home-first', store: 'empty', path: '/app' },
  { name: 'pairings-empty', store: 'empty', path: '/app/pairings' },
  { name: 'reports-early', store: 'demo', path: '/app/reports' },
];

/** Three quarters of a year later, when there is a verdict. */
const LATE: ReadonlyArray<Picture> = [
  { name: 'home', store: 'demo', path: '/app' },
  { name: 'pairings', store: 'demo', path: '/app/pairings' },
  { name: 'pairing', store: 'demo', path: '/app/pairings', links: 'a[data-primary-link]' },
  { name: 'sequences', store: 'demo', path: '/app/sequences' },
  { name: 'sequences-preview', store: 'demo', path: '/app/sequences?view=preview' },
  { name: 'segments', store: 'demo', path: '/app/segments' },
  { name: 'suppression', store: 'demo', path: '/app/suppression' },
  { name: 'reports', store: 'demo', path: '/app/reports?period=all' },
  { name: 'activity', store: 'demo', path: '/app/activity' },
  { name: 'activity-detail', store: 'demo', path: '/app/activity', links: 'a[data-primary-link]' },
  { name: 'outbox', store: 'demo', path: '/app/activity/outbox', links: 'a[href*="/outbox/"]' },
  { name: 'settings', store: 'demo', path: '/app/settings' },
];

/** Takes every picture of docs/pictures anew, out of a demo shop a week and three quarters of a year after the sequence was turned on. */
async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const stack = await startStack(['demo', 'empty'], 'answering');
  const browser = await chromium.launch(CHROMIUM_OPTIONS);
  try {
    const page = await browser.newPage({ userAgent: USER_AGENT, viewport: SIZES.desktop });
    const quiet = watchTraffic(page);
    say('importing a year of orders, and letting a week go by');
    await liveAWeek(localAdmin(page, stack, 'demo'));
    const take = async (picture: Picture) => {
      for (const size of ['desktop', 'mobile'] as const) {
        await page.setViewportSize(SIZES[size]);
        const admin = localAdmin(page, stack, picture.store);
        await admin.open(picture.path);
        if (picture.links !== undefined) await follow(page, admin, picture.links);
        await quiet(); // previews and figures come later
        await page.locator('iframe#app').screenshot({ path: join(FOLDER, `${picture.name}-${size}.png`) });
      }
      say(`  ${picture.name}`);
    };
    for (const picture of EARLY) await take(picture);
    say('letting three quarters of a year go by, a quarter of an hour or so');
    await page.setViewportSize(SIZES.desktop);
    const admin = localAdmin(page, stack, 'demo');
    await admin.open('/app');
    for (let quarter = 0; quarter < 3; quarter += 1) await admin.moveClock('+90 days');
    for (const picture of LATE) await take(picture);
  } finally {
    await browser.close();
    await stack.stop();
  }
}

async function liveAWeek(admin: LocalAdmin): Promise<void> {
  await admin.open('/app');
  await admin.app.getByText('1 of 5 steps done').waitFor({ timeout: 180_000 });
  await admin.open('/app/settings');
  await admin.app.getByLabel('Brand name').fill('Harbour Coffee');
  await admin.save();
  await admin.open('/app/sequences');
  await admin.turnOnSequence();
  await admin.placeOrder('Harbour Espresso Beans, 250 g', 'newcomer@example.test');
  await admin.moveClock('+7 days');
}

async function follow(page: Page, admin: LocalAdmin, links: string): Promise<void> {
  const before = page.url();
  await admin.app.locator(links).first().click();
  await page.waitForURL((url) => url.href !== before);
  await admin.app.getByRole('heading', { level: 1 }).first().waitFor();
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);

import { expect, test, type Frame, type Page } from '@playwright/test';
import { localAdmin } from '../../browser/local-admin';
import { startStack, type Stack, type StoreName } from '../../browser/start-stack';
import { watchPage } from '../../browser/watch-page';
import { axeFaults } from './axe-faults';

/** Every page of the app that has an address of its own. */
const PAGES = [
  '/app', '/app/pairings', '/app/pairings/import', '/app/pairings/thresholds', '/app/sequences', '/app/segments',
  '/app/segments/new', '/app/segments/high_aov', '/app/segments/loyalty', '/app/suppression',
  '/app/reports', '/app/reports/customers', '/app/reports/explained', '/app/reports/credited', '/app/reports/cohorts', '/app/activity',
  '/app/activity/outbox', '/app/settings', '/app/settings/history', '/app/settings/sending',
] as const; // prettier-ignore
/** Pages about one thing: the list they are reached from, and the links there of which the first is followed. */
const REACHED = [
  { from: '/app/pairings', links: 'a[data-primary-link]' },
  { from: '/app/activity', links: 'a[data-primary-link]' },
  { from: '/app/activity/outbox', links: 'a[href*="/outbox/"]' },
] as const;
const SIZES = [
  { width: 1280, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
];

// More than half of all pages are here: two browsers share them, each with a stack of its own.
test.describe.configure({ mode: 'parallel' });

let stack: Stack;
let stop = async () => {};
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  stack = await startStack(['demo', 'empty']);
  stop = stack.stop;
  const page = await browser.newPage();
  const admin = localAdmin(page, stack, 'demo');
  await admin.openWithHistory();
  await admin.open('/app/sequences');
  await admin.turnOnSequence();
  for (const number of [1, 2, 3])
    await admin.placeOrder('Harbour Espresso Beans, 250 g', `screens${number}@example.test`);
  await admin.moveClock('+25 min');
  await page.close();
});
test.afterAll(() => stop());

/** The way home has the app's name, as in Shopify's admin. */
const NAVIGATION = [
  'Encore',
  'Pairings',
  'Sequences',
  'Segments',
  'Suppression',
  'Reports',
  'Activity',
  'Settings',
];

/** What Built for Shopify asks of every page: one heading, its place in the navigation, nothing that opens by itself. */
async function expectFrame(page: Page, path: string): Promise<void> {
  const app = page.frameLocator('iframe#app');
  await expect(app.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.locator('#app-links a')).toHaveText(NAVIGATION);
  await expect(page.locator('#app-links a[aria-current="page"]')).toHaveCount(1);
  await expect(app.locator('dialog[open]')).toHaveCount(0);
  await expect(page.locator('#save-bar')).toBeHidden();
  if (path.split('/').length > 3) await expect(app.locator('[class*="Breadcrumb"] a').first()).toBeVisible();
}

/** The preview is a sandbox in which no script runs, axe neither, from its blank beginning on; tests/emails look at what is in it. */
const isLookedInto = (frame: Frame) =>
  frame.parentFrame() !== null && !['about:srcdoc', 'about:blank', ''].includes(frame.url());

/** What a page does wrong for somebody at one of the sizes: axe's findings, sideways scroll. */
async function faultsAtSizes(page: Page): Promise<ReadonlyArray<string>> {
  const faults: string[] = [];
  const frame = page.frames().find((one) => one.url().startsWith(stack.web));
  if (frame === undefined) throw new Error(`the app is not in its frame at ${page.url()}`);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const at = (fault: string) => `${size.width} px: ${fault}`;
    const width = await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    // A message prints so what it was not given.
    const text = await frame.evaluate(() => document.body.innerText);
    if (/\b(undefined|NaN)\b/.test(text)) faults.push(at('a value is missing in a text'));
    if (width > 0) faults.push(at(`${width} px too wide`));
    faults.push(...(await axeFaults(page.mainFrame(), 'iframe#app')).map(at));
    for (const inner of page.frames().filter(isLookedInto))
      faults.push(...(await axeFaults(inner, 'html')).map(at));
  }
  return faults;
}

for (const store of ['demo', 'empty'] satisfies ReadonlyArray<StoreName>) {
  for (const path of PAGES) {
    test(`${path} of the ${store} store: nothing for axe, no sideways scroll, no complaint, three sizes`, async ({
      page,
    }) => {
      const complaints = watchPage(page);
      await localAdmin(page, stack, store).open(path);
      await expectFrame(page, path);
      expect(await faultsAtSizes(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });
  }
}

for (const { from, links } of REACHED) {
  test(`what a row of ${from} leads to: the same`, async ({ page }) => {
    const complaints = watchPage(page);
    const admin = localAdmin(page, stack, 'demo');
    await admin.open(from);
    await admin.app.locator(links).first().click();
    await expect(admin.app.getByRole('heading', { level: 1 })).toBeFocused();
    expect(await faultsAtSizes(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

test('no word on a page is outside of the messages: in the pseudo-locale all of them have accents', async ({
  page,
}) => {
  await page.goto(`${stack.devStore}/store/empty/apps/encore/app?locale=en-XA`);
  const heading = page.frameLocator('iframe#app').getByRole('heading', { level: 1 }).first();
  await expect(heading).toHaveText(/ö/);
});

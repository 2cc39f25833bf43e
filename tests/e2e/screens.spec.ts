import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { startStack, type Stack } from './start-stack';

/** Every page of the app, by the address that a merchant sees. */
const PAGES = [
  '/app', '/app/pairings', '/app/pairings/thresholds', '/app/sequences', '/app/segments',
  '/app/segments/new', '/app/segments/high_aov', '/app/segments/loyalty', '/app/suppression',
  '/app/reports', '/app/activity', '/app/activity/outbox', '/app/settings', '/app/settings/history',
  '/app/settings/sending',
] as const; // prettier-ignore
const SIZES = [
  { width: 1280, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

let stack: Stack;
let stop = async () => {};
test.beforeAll(async () => {
  stack = await startStack(['tiny', 'empty']);
  stop = stack.stop;
});
test.afterAll(() => stop());

const appFrame = (page: Page) => page.frameLocator('iframe#app');

async function open(page: Page, store: string, path: string): Promise<void> {
  await page.goto(`${stack.devStore}/store/${store}/apps/encore${path}`);
  await expect(appFrame(page).getByRole('heading', { level: 1 }).first()).toBeVisible();
}

/** What a page does wrong for somebody: axe's findings, sideways scroll, complaints of the browser, other hosts. */
async function faultsOf(page: Page, store: string, path: string): Promise<ReadonlyArray<string>> {
  const faults: string[] = [];
  page.on('console', (message) => {
    // axe puts itself into the sandboxed preview and is refused there.
    if (message.type() === 'error' && !message.text().includes('about:srcdoc')) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).hostname !== '127.0.0.1')
      faults.push(`asked ${request.url()}`);
  });
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await open(page, store, path);
    const frame = page.frames().find((one) => one.url().startsWith(stack.web));
    const width = await frame?.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (width !== undefined && width > 0) faults.push(`${size.width} px: ${width} px too wide`);
    const { violations } = await new AxeBuilder({ page }).include('iframe#app').withTags(RULES).analyze();
    for (const { id, nodes } of violations)
      faults.push(`${size.width} px: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }
  page.removeAllListeners();
  return faults;
}

for (const store of ['tiny', 'empty']) {
  for (const path of PAGES) {
    test(`${path} of the ${store} store: nothing for axe, no sideways scroll, no complaint, three sizes`, async ({
      page,
    }) => {
      expect(await faultsOf(page, store, path)).toEqual([]);
    });
  }
}

test('no word on a page is outside of the messages: in the pseudo-locale all of them have accents', async ({
  page,
}) => {
  await page.goto(`${stack.devStore}/store/tiny/apps/encore/app?locale=en-XA`);
  const heading = appFrame(page).getByRole('heading', { level: 1 }).first();
  await expect(heading).toHaveText(/ö/);
});

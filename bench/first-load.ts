import { gzipSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_OPTIONS, USER_AGENT } from '../browser/chromium-options';
import { localAdmin } from '../browser/local-admin';
import { startStack, type Stack } from '../browser/start-stack';
import { watchTraffic } from '../browser/watch-traffic';
import { atMost, type Row } from './row';

const RUNS = 3;
const SCREENS = ['pairings', 'sequences', 'segments', 'suppression', 'reports', 'activity', 'settings'];

/**
 * P10: what the first load of Home costs, what each further screen adds, and how it feels in Chromium on the loopback
 * address. The shop has a year of orders. Sizes are of scripts and styles of the app's own origin, gzipped; App Bridge
 * comes from Shopify. Nothing is measured beside it: the goals are Shopify's own limits, and stricter.
 */
export async function measureFirstLoad(): Promise<ReadonlyArray<Row>> {
  const stack = await startStack(['demo']);
  const browser = await chromium.launch(CHROMIUM_OPTIONS);
  try {
    const page = await browser.newPage({ userAgent: USER_AGENT, viewport: { width: 1280, height: 900 } });
    const admin = localAdmin(page, stack, 'demo');
    await admin.open('/app');
    await admin.app.getByText('1 of 5 steps done').waitFor({ timeout: 180_000 });
    await page.close();
    const feelings = [];
    for (let run = 0; run < RUNS; run += 1) feelings.push(await feel());
    const { home, largest } = await weigh();
    return [
      atMost('P10 first load, JS + CSS', home / 1000, 'kB gz', 200),
      atMost('P10 largest further screen', largest / 1000, 'kB gz', 20),
      atMost('P10 LCP of Home', median(feelings.map(({ lcp }) => lcp)), 'ms', 1000),
      atMost('P10 CLS of Home', median(feelings.map(({ cls }) => cls)), '', 0.05),
      atMost('P10 INP', median(feelings.map(({ inp }) => inp)), 'ms', 100),
    ];
  } finally {
    await browser.close();
    await stack.stop();
  }

  /** Sizes by a browser that has nothing yet: what Home loads, then what each screen adds to all that came before. */
  async function weigh(): Promise<{ readonly home: number; readonly largest: number }> {
    const page = await browser.newPage({ userAgent: USER_AGENT, viewport: { width: 1280, height: 900 } });
    const admin = localAdmin(page, stack, 'demo');
    const quiet = watchTraffic(page);
    let bytes = 0;
    const sizes: Array<Promise<void>> = [];
    page.on('response', (response) => {
      const url = response.url();
      if (url.startsWith(stack.web) && /\.(js|css)(\?|$)/.test(url))
        sizes.push(
          response.body().then(
            (body) => void (bytes += gzipSync(body).length),
            () => undefined, // from the cache
          ),
        );
    });
    const settled = async () => {
      await quiet();
      await Promise.all(sizes);
      return bytes;
    };
    await admin.open('/app');
    const home = await settled();
    let [before, largest] = [home, 0];
    for (const screen of SCREENS) {
      await page.locator(`#app-links a[href$="/app/${screen}"]`).click();
      await admin.app.getByRole('heading', { level: 1 }).first().waitFor();
      const after = await settled();
      process.stderr.write(`  ${screen} adds ${((after - before) / 1000).toFixed(1)} kB\n`);
      largest = Math.max(largest, after - before);
      before = after;
    }
    await page.close();
    return { home, largest };
  }

  async function feel(): Promise<Feeling> {
    const context = await browser.newContext({
      userAgent: USER_AGENT,
      viewport: { width: 1280, height: 900 },
    });
    const page = await context.newPage();
    const quiet = watchTraffic(page);
    // The compiler names functions by a helper that a page does not have.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.addInitScript(observe);
    const admin = localAdmin(page, stack, 'demo');
    await admin.open('/app');
    await quiet();
    const { lcp, cls } = await feltIn(page, stack);
    const hide = admin.app.getByRole('button', { name: 'Hide the steps' });
    await hide.click();
    await admin.app.getByRole('button', { name: 'Show the steps' }).click();
    await page.locator('#app-links a[href$="/app/settings"]').click();
    await admin.app.getByLabel('Brand name').pressSequentially('Harbour', { delay: 40 });
    await quiet();
    const { inp } = await feltIn(page, stack);
    await context.close();
    return { lcp, cls, inp };
  }
}

type Feeling = { readonly lcp: number; readonly cls: number; readonly inp: number };

/** Runs in the page: keeps the three figures as the browser reports them. */
function observe(): void {
  const felt = { lcp: 0, cls: 0, inp: 0 };
  Object.assign(globalThis, { felt });
  const watch = (type: string, take: (entry: PerformanceEntry & Record<string, number>) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry as PerformanceEntry & Record<string, number>);
    }).observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  watch('largest-contentful-paint', ({ startTime }) => (felt.lcp = startTime));
  watch('layout-shift', ({ value = 0, hadRecentInput }) => {
    if (!hadRecentInput) felt.cls += value;
  });
  watch('event', ({ duration, interactionId }) => {
    if (interactionId) felt.inp = Math.max(felt.inp, duration);
  });
}

async function feltIn(page: Page, stack: Stack): Promise<Feeling> {
  const frame = page.frames().find((one) => one.url().startsWith(stack.web));
  if (frame === undefined) throw new Error('the app has no frame');
  return frame.evaluate(() => (globalThis as unknown as { readonly felt: Feeling }).felt);
}

function median(values: ReadonlyArray<number>): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

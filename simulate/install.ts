import { setTimeout as sleep } from 'node:timers/promises';
import { DEFAULT_SETTINGS, type Settings } from '#core/settings/settings';
import type { Store } from '#flows/ports';
import type { DevStoreClient } from './dev-store-client';
import { stepRunner } from './run-steps';
import type { Stack } from './stack';

const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

const MOST_WAITS = 3000;

/**
 * Installs the app and waits until the runner has read and mined the whole history; the clock stands still meanwhile.
 * The settings, the defaults where none are given, are saved as a version of their own before the first order comes:
 * that turns the sequence on.
 */
export async function installAndImport(input: {
  readonly stack: Pick<Stack, 'devStoreUrl' | 'handle' | 'shopId' | 'runner'>;
  readonly client: DevStoreClient;
  readonly store: Store;
  readonly settings: Settings | null;
  readonly now: number;
  readonly report: (ordersRead: number) => void;
}): Promise<void> {
  const { stack, client, store, settings, now, report } = input;
  await openApp(stack.devStoreUrl, stack.handle);
  await store.saveSettings(stack.shopId, settings ?? DEFAULT_SETTINGS, 'simulation', now);
  for (let wait = 0; wait < MOST_WAITS; wait += 1) {
    await stepRunner(stack.runner, now, true);
    await client.moveClock(now);
    const found = await store.findImport(stack.shopId);
    if (found) report(found.ordersRead);
    if (found?.state === 'done') return;
    if (found?.state === 'failed') throw new Error(`the import of history failed: ${found.error}`);
    await sleep(100);
  }
  throw new Error('the import of history did not end');
}

/** Opens the app as a merchant does, in the frame of the local admin: that exchanges the token and installs the shop. */
async function openApp(devStoreUrl: string, handle: string): Promise<void> {
  const admin = await fetch(new URL(`/store/${handle}/apps/encore`, devStoreUrl), {
    headers: { 'user-agent': BROWSER },
  });
  const html = await admin.text();
  const source = /<iframe[^>]*\sdata-address="([^"]+)"/.exec(html)?.[1];
  if (source === undefined) throw new Error(`the local admin shows no app frame (answer ${admin.status})`);
  const url = source.replaceAll('&amp;', '&');
  for (let attempt = 1; ; attempt += 1) {
    const page = await fetch(url, { headers: { 'user-agent': BROWSER }, redirect: 'follow' });
    if (page.ok) return;
    if (attempt === 5)
      throw new Error(`the app did not open: ${page.status} ${(await page.text()).slice(0, 300)}`);
    await sleep(500);
  }
}

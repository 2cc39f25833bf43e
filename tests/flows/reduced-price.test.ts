import { afterAll, beforeAll, expect, it } from 'vitest';
import { readOutbox } from '#adapters/outbox/read-outbox';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { sendDueTouches } from '#flows/send-due-touches';
import { freshDatabase } from '../support/database';
import { startWithDueTouches } from '../support/due-touches';
import { readLedger } from '../support/read-ledger';
import type { RunningEncore } from '../support/start-encore';

const database = await freshDatabase();
const JUG = 'gid://shopify/Product/2';
let encore: RunningEncore;
let now = 0;

beforeAll(async () => {
  encore = await startWithDueTouches({ databaseUrl: database.url, customers: 20 });
  const { messages } = DEFAULT_SETTINGS;
  const one = {
    ...messages.one,
    blocks: ['product', 'savings', 'urgency', 'button'] as const,
    urgencyEndsAt: '2026-06-30T23:59',
  };
  const settings = { ...DEFAULT_SETTINGS, messages: { ...messages, one } };
  now = encore.devStore.store.clock.now;
  await encore.tools.store.saveSettings(encore.shopId, settings, 'Ann', now);
}, 60_000);
afterAll(() => encore?.stop());

/** Sends until another email of touch 1 went out. Out: its HTML. */
async function nextEmail(): Promise<string> {
  const sent = async () =>
    (await readLedger(database.url, encore.shopId)).filter(({ state }) => state === 'accepted');
  const before = new Set((await sent()).map(({ touchId }) => touchId));
  for (let tries = 0; tries < 10; tries += 1) {
    await sendDueTouches(encore.tools, { now, limit: 1 });
    const fresh = (await sent()).find(({ touchId }) => !before.has(touchId));
    if (!fresh) continue; // held out
    const email = await readOutbox(encore.env['OUTBOX_DIR'] ?? '', encore.shopId, fresh.touchId);
    return email?.html ?? '';
  }
  throw new Error('no email went out');
}

const jug = () => {
  const product = encore.devStore.store.shops.get(encore.shopId)?.products.get('2');
  if (!product) throw new Error('the offered product is not in the store');
  return product;
};
const kept = async () => (await encore.tools.store.productsById(encore.shopId, [JUG])).get(JUG);

it('a saving and its end are told of a price that is reduced in the second of sending', async () => {
  expect((await kept())?.compareAtMinor).toBeNull(); // the catalogue has not heard of it
  jug().compareAtMinor = 7_500;
  const html = await nextEmail();
  expect(html).toContain('£15.00 less than its usual price of £75.00');
  expect(html).toContain('At this price until June 30 at 11:59');
});

it('and not of one that only was reduced, whatever the catalogue still says', async () => {
  delete jug().compareAtMinor;
  const product = await kept();
  if (!product) throw new Error('the product is not kept');
  const older = { ...product, compareAtMinor: 7_500, updatedAt: product.updatedAt + 1 };
  await encore.tools.store.upsertProducts(encore.shopId, [older]);
  const html = await nextEmail();
  expect(html).toContain('£60.00');
  expect(html).not.toMatch(/less than|until/);
});

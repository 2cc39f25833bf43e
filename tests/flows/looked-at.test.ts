import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '#core/shared/time';
import { pixelSettingsOf } from '#flows/pixel-door';
import { recordBrowsing, type Beacon } from '#flows/record-browsing';
import { buildSeed, buildStoreCustomer, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { startEncore, type RunningEncore } from '../support/start-encore';

const database = await freshDatabase();
const [ada, bob] = [buildStoreCustomer('7001'), buildStoreCustomer('7002')];
const orderAt = INSTALLED_AT + DAY_MS;
const [adas, bobs] = ['gid://shopify/Order/3001', 'gid://shopify/Order/3002'];
const JUG = 'gid://shopify/Product/2'; // goes with what they buy
const GRINDER = 'gid://shopify/Product/3'; // is bought next
let encore: RunningEncore;

beforeAll(async () => {
  const orders = [buildStoreOrder('3001', ada, orderAt, ['1']), buildStoreOrder('3002', bob, orderAt, ['1'])];
  const future = orders.map((order) => ({ at: order.createdAt, kind: 'order_paid' as const, order }));
  const seed = buildSeed({ customers: [ada, bob], future });
  encore = await startEncore({ databaseUrl: database.url, seed, at: INSTALLED_AT });
  const tell = (beacon: Beacon, now: number) =>
    recordBrowsing(encore.tools, { shopId: encore.shopId, beacon, now });
  const clientId = 'adas-browser';
  for (const productId of [JUG, GRINDER])
    await tell({ kind: 'view', clientId, productId }, orderAt - HOUR_MS);
  await encore.moveTo(orderAt);
  await tell({ kind: 'order', clientId, orderId: adas }, orderAt); // the webhook may come before or after
  await encore.moveTo(orderAt + HOUR_MS);
  for (const days of [3, 30]) await encore.wakeAt(orderAt + days * DAY_MS + HOUR_MS);
}, 60_000);
afterAll(() => encore?.stop());

async function candidatesOf(orderId: string, touchNumber: number) {
  const decisions = await encore.tools.store.latestDecisions(encore.shopId, 100);
  const decision = decisions.find(
    (each) => each.orderId === orderId && each.touchNumber === touchNumber && each.verdict !== 'defer',
  );
  return decision?.candidates;
}

it('installing activates the pixel, with the account id of this shop', () => {
  const pixel = encore.devStore.store.shops.get(encore.shopId)?.webPixel;
  expect(JSON.parse(pixel?.settings ?? '')).toEqual(pixelSettingsOf(encore.tools, encore.shopId));
});

it.each([
  [2, GRINDER],
  [3, JUG],
])(
  'touch %i weighs that the buyer looked at it before the order, for her alone',
  async (touch, productId) => {
    const [hers, his] = [await candidatesOf(adas, touch), await candidatesOf(bobs, touch)];
    expect(hers?.best).toMatchObject([{ productId, signals: { browse: expect.closeTo(1, 2) } }]);
    expect(his?.best).toMatchObject([{ productId, signals: { browse: 0, category: 0 } }]);
    expect(hers?.best[0]?.score).toBeGreaterThan(his?.best[0]?.score ?? 1);
    expect(hers?.weights).toMatchObject({ browsePercent: 20 });
  },
);

it('touch 1 weighs nothing', async () => {
  expect(await candidatesOf(adas, 1)).toMatchObject({
    best: [{ productId: JUG, signals: null }],
    weights: null,
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#core/shared/time';
import { describePairing } from '#flows/describe-pairing';
import { recordOrders } from '#flows/record-orders';
import { buildSeed, buildStoreCustomer, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { queryDatabase } from '../support/query-database';
import { readLedger } from '../support/read-ledger';
import { startEncore, type RunningEncore } from '../support/start-encore';

const database = await freshDatabase();
const [ada, bob] = [buildStoreCustomer('7001'), buildStoreCustomer('7002')];
const [first, second] = [INSTALLED_AT + HOUR_MS, INSTALLED_AT + 3 * HOUR_MS];
const [MACHINE, JUG] = ['gid://shopify/Product/1', 'gid://shopify/Product/2'];
let encore: RunningEncore;

beforeAll(async () => {
  const future = [
    buildStoreOrder('3001', ada, first, ['1']),
    buildStoreOrder('3002', bob, second, ['1']),
  ].map((order) => ({ at: order.createdAt, kind: 'order_paid' as const, order }));
  encore = await startEncore({
    databaseUrl: database.url,
    seed: buildSeed({ customers: [ada, bob], future }),
    at: INSTALLED_AT,
  });
}, 60_000);
afterAll(() => encore?.stop());

const counts = async () => {
  const asked = { shopId: encore.shopId, boughtId: MACHINE, recommendedId: JUG, now: second };
  const list = { tab: 'all', search: '', sort: 'rate', isDescending: true, page: 1 } as const;
  return (await describePairing(encore.tools, { ...asked, list }))?.views[0]?.counts;
};

it('a pairing is offered by its counts of the moment, which nobody had to mine anew', async () => {
  await encore.moveTo(first + 21 * MINUTE_MS);
  const [touch] = await readLedger(database.url, encore.shopId, '3001');
  expect(touch).toMatchObject({ state: 'accepted', productId: JUG });
});

it('and not once its jugs went back, before any night has passed', async () => {
  const before = await counts();
  const kept = await queryDatabase<{ orderId: string }>(database.url, `SELECT "orderId" FROM "Order"`);
  const fetched = await encore.tools.admin.fetchOrders(
    encore.shopId,
    kept.map(({ orderId }) => orderId),
  );
  const returned = fetched.map(({ order }) => ({
    ...order,
    updatedAt: order.updatedAt + 1,
    lines: order.lines.map((line) => (line.productId === JUG ? { ...line, currentQuantity: 0 } : line)),
  }));
  await recordOrders(encore.tools, { shopId: encore.shopId, orders: returned });

  await encore.moveTo(second + 21 * MINUTE_MS);
  const [touch] = await readLedger(database.url, encore.shopId, '3002');
  expect(touch).toMatchObject({ state: 'skipped', reason: 'no_candidate', productId: null });
  const { store } = encore.tools;
  const decisions = await store.latestDecisions(encore.shopId, 10);
  const decision = decisions.find(
    ({ touchNumber, orderId }) => touchNumber === 1 && orderId.endsWith('3002'),
  );
  expect(decision?.candidates?.best).toMatchObject([
    { productId: JUG, reason: 'not_significant', support: 0 },
  ]);
  expect([before?.support, (await counts())?.support]).toEqual([expect.any(Number), 0]);
  expect(before?.support).toBeGreaterThan(5);
});

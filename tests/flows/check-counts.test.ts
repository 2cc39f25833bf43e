import { expect, it } from 'vitest';
import { DAY_MS } from '#core/shared/time';
import { importHistory } from '#flows/import-history';
import type { Tools } from '#flows/ports';
import { mineShopPairings } from '#flows/mine-shop-pairings';
import { MONDAY } from '../support/build-order';
import { buildRecordedOrder, buyer } from '../support/build-recorded-order';
import { installShop } from '../support/build-shop';
import { openStore } from '../support/open-store';

const { store, prisma } = await openStore();
const NIGHTS = 28;

/** Thirty people who bought two of ten products, and one night's mining. Out: a night's warnings; the pairs kept. */
async function shopWithCounts() {
  const shopId = await installShop(store);
  const order = (n: number) =>
    buildRecordedOrder(
      { ...buyer(n), orderId: `gid://shopify/Order/${n}`, confirmedAt: MONDAY, updatedAt: MONDAY },
      { basket: [1 + (n % 10), 1 + ((n + 3) % 10)] },
    );
  await store.recordOrders(
    shopId,
    Array.from({ length: 30 }, (_, n) => order(n + 1)),
  );
  const mine = async (night: number) => {
    const warnings: string[] = [];
    const log = {
      info: () => undefined,
      warn: (_of: object, what: string) => warnings.push(what),
      error: () => undefined,
    };
    await mineShopPairings({ store, log }, { shopId, now: MONDAY + DAY_MS * (1 + night) });
    return warnings;
  };
  await mine(0);
  const pairs = async () => (await store.keptCounts(shopId, { one: 0, of: 1 }))?.pairs;
  return { shopId, mine, pairs };
}

it('counts are kept from the first mining on, and a night that finds them right changes nothing', async () => {
  const { mine, pairs } = await shopWithCounts();
  const before = await pairs();
  expect(before?.antecedent).toHaveLength(10);
  for (let night = 1; night <= NIGHTS; night += 1) expect(await mine(night)).toEqual([]);
  expect(await pairs()).toEqual(before);
});

it.each([
  ['a pair', `UPDATE "PairCount" SET same = same + 1 WHERE "shopId" = $1 AND antecedent = 4`, NIGHTS],
  ['a lost pair', `DELETE FROM "PairCount" WHERE "shopId" = $1 AND antecedent = 4`, NIGHTS],
  ['a product', `UPDATE "ProductCount" SET buyers = buyers - 1 WHERE "shopId" = $1 AND product = 4`, 1],
  ['the people', `UPDATE "PairCounting" SET people = people + 1 WHERE "shopId" = $1`, 1],
])('a wrong count of %s is told and counted anew', async (_what, fault, within) => {
  const { shopId, mine, pairs } = await shopWithCounts();
  const right = await pairs();
  await prisma.$executeRawUnsafe(fault, shopId);
  const warnings: string[] = [];
  for (let night = 1; night <= within; night += 1) warnings.push(...(await mine(night)));
  expect(warnings).toEqual(['pair counts were wrong; counting anew']);
  expect(await pairs()).toEqual(right);
});

it.each([
  ['requested', false],
  ['exporting', false],
  ['reading', false],
  ['done', true],
  ['failed', true],
] as const)(
  'after a night in which the history is %s, orders are counted one by one: %s',
  async (state, isCounted) => {
    const { shopId, mine } = await shopWithCounts();
    await store.stopCounting(shopId);
    expect(await store.countChanges(shopId)).toBeNull();
    await store.saveImport(shopId, {
      state,
      bulkOperationId: null,
      until: MONDAY,
      ordersRead: 0,
      error: null,
    });
    await mine(1);
    expect((await store.countChanges(shopId)) !== null).toBe(isCounted);
  },
);

it('while a history is read its orders are not counted, though a night had begun to; its mining counts them all', async () => {
  const { shopId, pairs } = await shopWithCounts();
  const before = await pairs();
  await store.saveImport(shopId, {
    state: 'exporting',
    bulkOperationId: '1',
    until: MONDAY,
    ordersRead: 0,
    error: null,
  });
  const countedOnTheWay: Array<string | null> = [];
  const admin = {
    historyExport: async () => ({ state: 'completed', url: 'history' }),
    readHistory: async function* () {
      countedOnTheWay.push(await store.countChanges(shopId));
      yield* [];
    },
  } as unknown as Tools['admin'];
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const imported = await importHistory({ store, admin, log }, { shopId, now: MONDAY + DAY_MS });
  expect([imported, countedOnTheWay]).toEqual(['done', [null]]);
  expect(await pairs()).toEqual(before);
});

import { expect, it } from 'vitest';
import { countShop, isSameCount, type ShopCounts } from '#core/affinity/count-shop';
import { DAY_MS, EVER } from '#core/shared/time';
import { lockCounts } from '#adapters/database/lock';
import { withinShop } from '#adapters/database/within-shop';
import { MONDAY } from '../../support/build-order';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store, prisma } = await openStore();

const order = (n: number, who: number, basket: ReadonlyArray<number>, updatedAt = MONDAY) =>
  buildRecordedOrder(
    { ...buyer(who), orderId: `gid://shopify/Order/${n}`, confirmedAt: MONDAY + (n % 7) * DAY_MS, updatedAt },
    { basket, owned: basket },
  );

async function countedAnew(shopId: string, from: number): Promise<ShopCounts> {
  const { baskets } = await store.minedBaskets(shopId, from, EVER);
  const counting = countShop(baskets);
  let step = counting.next();
  while (!step.done) step = counting.next();
  return step.value;
}

const isRight = async (shopId: string, from: number) => {
  const kept = await store.keptCounts(shopId, { one: 0, of: 1 });
  return kept !== null && isSameCount(kept, await countedAnew(shopId, from));
};

it('orders of the same people, a counting anew and a moving window at once leave the counts right', async () => {
  const shopId = await installShop(store);
  await store.recordOrders(shopId, [order(1, 1, [1, 2]), order(2, 2, [1, 3])]);
  await store.countAnew(shopId, MONDAY);
  const placed = Array.from({ length: 60 }, (_, n) =>
    order(10 + (n % 30), 1 + (n % 4), [1 + (n % 3), 4 + (n % 5)], MONDAY + n),
  );
  const work: Array<() => Promise<unknown>> = placed.map((one) => () => store.recordOrders(shopId, [one]));
  work.splice(20, 0, () => store.countAnew(shopId, MONDAY));
  work.splice(40, 0, () => store.moveCountWindow(shopId, MONDAY + DAY_MS));
  await Promise.all(work.map((does) => does()));
  const counted = await isRight(shopId, MONDAY + DAY_MS);
  expect(counted || (await isRight(shopId, MONDAY))).toBe(true);
});

it('an order of more products than can be counted while others wait is kept, and the shop no longer counted', async () => {
  const shopId = await installShop(store);
  await store.countAnew(shopId, MONDAY);
  const wide = (products: number) => Array.from({ length: products }, (_, product) => product + 1);
  await store.recordOrders(shopId, [order(1, 1, wide(500))]);
  expect(await isRight(shopId, MONDAY)).toBe(true);
  await store.recordOrders(shopId, [order(2, 1, wide(1500))]);
  expect(await store.keptCounts(shopId, { one: 0, of: 1 })).toBeNull();
  expect((await store.minedBaskets(shopId, MONDAY, EVER)).baskets.persons).toHaveLength(2);
});

it('an update of an order that waits while its buyer is erased brings nobody back', async () => {
  const shopId = await installShop(store);
  await store.recordOrders(shopId, [order(1, 1, [1, 2])]);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let isHeld = () => {};
  const holding = new Promise<void>((resolve) => (isHeld = resolve));
  const holder = withinShop(prisma, shopId, async (sql) => {
    await lockCounts(sql, shopId);
    isHeld();
    await held;
  });
  await holding;
  const erasing = store.redactCustomer(shopId, buyer(1).customerId, null);
  const updating = store.recordOrders(shopId, [order(1, 1, [1], MONDAY + 1)]);
  release();
  await Promise.all([holder, erasing, updating]);
  const people = await prisma.person.findMany({ where: { shopId } });
  expect(people).toMatchObject([{ customerId: null, emailHash: null }]);
});

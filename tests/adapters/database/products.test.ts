import { expect, it } from 'vitest';
import { createDatabaseStore } from '#adapters/database/database-store';
import { alikeTo } from '#core/catalogue/likeness';
import type { Product } from '#core/catalogue/product';
import { DAY_MS } from '#core/shared/time';
import { layOutBaskets } from '#core/affinity/index-baskets';
import type { LearnedTable } from '#core/affinity/pairing';
import { MONDAY } from '../../support/build-order';
import { buildProduct } from '../../support/build-product';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store, prisma } = await openStore();
const product = (n: number) => `gid://shopify/Product/${n}`;

it('numbers are dense from 0, stay, and are the same for everybody who asks at once', async () => {
  const shopId = await installShop(store);
  const asked = await Promise.all(
    Array.from({ length: 8 }, (_, i) =>
      store.productNumbers(shopId, [product(i), product(i + 1), product(i + 2)]),
    ),
  );
  const numbers = new Map(asked.flatMap((answer) => [...answer]));
  expect([...numbers.values()].sort((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, i) => i));
  for (const answer of asked) for (const [id, number] of answer) expect(numbers.get(id)).toBe(number);
  expect(await store.productNumbers(await installShop(store), [product(5)])).toEqual(
    new Map([[product(5), 0]]),
  );
});

it('a product is kept as last updated, and an older state of it changes nothing', async () => {
  const shopId = await installShop(store);
  const title = async () => (await store.catalogue(shopId)).products.get(0)?.title;
  await store.upsertProducts(shopId, [buildProduct({ title: 'now' })]);
  await store.upsertProducts(shopId, [buildProduct({ title: 'before', updatedAt: MONDAY - 1 })]);
  expect(await title()).toBe('now');
  await store.upsertProducts(shopId, [buildProduct({ title: 'later', updatedAt: MONDAY + 1 })]);
  expect(await title()).toBe('later');
});

it('a product that is gone, or was only seen in an order, is not in the catalogue', async () => {
  const shopId = await installShop(store);
  await store.upsertProducts(shopId, [buildProduct()]);
  await store.productNumbers(shopId, [product(2)]);
  const kept = async () => [...(await store.catalogue(shopId)).products.values()];
  expect(await kept()).toEqual([{ ...buildProduct(), number: 0 }]);
  expect((await store.catalogue(shopId)).numbers.get(product(2))).toBe(1);
  await store.removeProducts(shopId, [product(1)]);
  expect(await kept()).toEqual([]);
  await store.upsertProducts(shopId, [buildProduct({ updatedAt: MONDAY + 1 })]);
  expect(await kept()).toHaveLength(1);
});

it('what is one thing is known from the catalogue, also of a listing that is sold no more (C33, C37)', async () => {
  const shopId = await installShop(store);
  const listing = (n: number, sku: string) =>
    buildProduct({ productId: product(n), title: `Thing ${n}`, skus: [sku] });
  await store.upsertProducts(shopId, [listing(1, 'MUG'), listing(2, 'mug'), listing(3, 'POT')]);
  const { numbers } = await store.catalogue(shopId);
  const numberOf = (n: number) => numbers.get(product(n)) ?? -1;
  const likeTheFirst = async () => [
    ...alikeTo((await store.catalogue(shopId)).likeness, [numberOf(1)]).keys(),
  ];
  expect(await likeTheFirst()).toEqual([numberOf(2)]);
  await store.removeProducts(shopId, [product(1)]);
  expect(await likeTheFirst()).toEqual([numberOf(2)]);
  await store.upsertProducts(shopId, [{ ...listing(2, 'JUG'), updatedAt: MONDAY + 1 }]);
  expect(await likeTheFirst()).toEqual([]);
});

it('a product that was kept before its codes were read is like no other', async () => {
  const shopId = await installShop(store);
  const {
    skus: _skus,
    barcodes: _barcodes,
    componentIds: _componentIds,
    stock: _stock,
    ...before
  } = buildProduct();
  await store.upsertProducts(shopId, [before as Product]);
  const kept = (await store.catalogue(shopId)).products.get(0);
  expect(kept).toEqual({ ...buildProduct(), number: 0 });
});

it('baskets come by person, then time, then order; what does not count and what is outside is left out', async () => {
  const shopId = await installShop(store);
  const bought = (n: number, who: number, at: number, basket: ReadonlyArray<number>) =>
    buildRecordedOrder({ orderId: `gid://shopify/Order/${n}`, ...buyer(who), confirmedAt: at }, { basket });
  await store.recordOrders(shopId, [
    bought(1, 1, MONDAY + 2, [3]),
    bought(2, 1, MONDAY, [1, 2]),
    bought(3, 2, MONDAY, [4]),
    bought(4, 1, MONDAY + 1, []), // does not count
    bought(5, 1, MONDAY + DAY_MS, [5]), // the window ends there
    bought(6, 1, MONDAY - 1, [6]),
    bought(7, 1, MONDAY, [7]),
  ]);
  const none = await store.minedBaskets(shopId, MONDAY - 2 * DAY_MS, MONDAY - DAY_MS);
  expect(none.baskets).toEqual(layOutBaskets([]));
  const { persons, products } = (await store.minedBaskets(shopId, MONDAY, MONDAY + DAY_MS)).baskets;
  const baskets = Array.from(persons, (person, at) => ({
    person,
    products: [...products.items.subarray(products.starts[at], products.starts[at + 1])],
  }));
  const ada = baskets.filter((basket) => basket.products[0] !== 4);
  expect(ada.map((basket) => basket.products)).toEqual([[1, 2], [7], [3]]);
  expect(new Set(ada.map((basket) => basket.person)).size).toBe(1);
  expect(baskets).toHaveLength(4);
  expect(baskets.map((basket) => basket.person)).toEqual(
    baskets.map((basket) => basket.person).toSorted((a, b) => a - b),
  );
});

it('a new mining takes the place of the old one, in its own table only', async () => {
  const shopId = await installShop(store);
  const mining = (table: LearnedTable['table'], antecedent: number): LearnedTable => ({
    table,
    windowFrom: MONDAY - DAY_MS,
    windowTo: MONDAY,
    orders: 40,
    allBuyers: 30,
    rows: [
      {
        antecedent,
        buyers: 20,
        consequents: [7, 8],
        support: [6, 5],
        consequentBuyers: [10, 9],
        grades: ['automatic', 'popular'],
        scores: [2000, 1000],
      },
    ],
    categories: [
      {
        category: `Cups ${antecedent}`,
        buyers: 21,
        settled: [antecedent],
        consequents: [7],
        support: [6],
        consequentBuyers: [10],
        grades: ['automatic'],
        scores: [1000],
      },
    ],
  });
  const none = { allBuyers: 0, rows: [], categories: [] };
  expect(await store.pairingRows(shopId, 'same_order', [1], ['Cups 1'])).toEqual(none);
  await store.replacePairings(shopId, mining('same_order', 1), MONDAY);
  await store.replacePairings(shopId, mining('next_order', 1), MONDAY);
  await store.replacePairings(shopId, mining('same_order', 2), MONDAY);
  expect(await store.pairingRows(shopId, 'same_order', [1, 2, 3], ['Cups 1', 'Cups 2'])).toEqual({
    allBuyers: 30,
    rows: mining('same_order', 2).rows,
    categories: mining('same_order', 2).categories,
  });
  expect(await store.pairingRows(shopId, 'next_order', [1], ['Cups 1'])).toEqual({
    allBuyers: 30,
    rows: mining('next_order', 1).rows,
    categories: mining('next_order', 1).categories,
  });
  expect(await store.pairingRows(await installShop(store), 'same_order', [2], ['Cups 2'])).toEqual(none);
  // Another process has to read what this one has written.
  const elsewhere = createDatabaseStore({ prisma, enqueue: async () => undefined });
  expect(await elsewhere.pairingRows(shopId, 'same_order', [2], ['Cups 1', 'Cups 2'])).toEqual({
    allBuyers: 30,
    rows: mining('same_order', 2).rows,
    categories: mining('same_order', 2).categories,
  });
});

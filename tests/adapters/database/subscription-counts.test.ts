import { describe, expect, it } from 'vitest';
import { DAY_MS } from '#core/shared/time';
import { buildTouches, enrol } from '../../support/build-enrolment';
import { buildLine, MONDAY } from '../../support/build-order';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';
import { queryDatabase } from '../../support/query-database';

const { store, url } = await openStore();
const COFFEE = 'gid://shopify/Product/1';
const dueAt = MONDAY + 14 * DAY_MS;
const always = { from: 0, until: dueAt + 30 * DAY_MS, segment: null };

const touchThree = (n: number) =>
  buildTouches(`gid://shopify/Order/${n}`, {
    touchId: `touch 3 of gid://shopify/Order/${n}`,
    touchNumber: 3,
    dueAt,
    windowEndsAt: dueAt + DAY_MS,
  });

/** Customer n bought coffee on Monday; touch 3 falls due two weeks later. */
async function buyCoffee(shopId: string, n: number, over: Parameters<typeof enrol>[3] = {}): Promise<void> {
  await store.productNumbers(shopId, [COFFEE]);
  await enrol(store, shopId, n, { subscribable: [COFFEE], touches: touchThree(n), ...over });
}

/** Customer n ordered again by touch 3. */
async function orderAgain(
  shopId: string,
  n: number,
  {
    sellingPlanId,
    amountMinor = 500,
  }: { readonly sellingPlanId: string | null; readonly amountMinor?: number },
): Promise<void> {
  const orderId = `gid://shopify/Order/${100 + n}`;
  const lines = [buildLine({ productId: COFFEE, sellingPlanId })];
  await store.recordOrders(shopId, [
    buildRecordedOrder(
      { orderId, ...buyer(n), confirmedAt: dueAt + DAY_MS, lines },
      { netMinor: amountMinor },
    ),
  ]);
  const touchId = `touch 3 of gid://shopify/Order/${n}`;
  await store.saveCredits(shopId, orderId, [{ touchId, clickedAt: dueAt, isLast: true }]);
}

/** Customer n had an order before Monday, from which they have, or gave back, these products. */
async function hadBefore(
  shopId: string,
  n: number,
  had: { readonly owned?: ReadonlyArray<number>; readonly returned?: ReadonlyArray<number> },
): Promise<void> {
  const order = { orderId: `gid://shopify/Order/${200 + n}`, ...buyer(n), confirmedAt: MONDAY - DAY_MS };
  await store.recordOrders(shopId, [buildRecordedOrder(order, had)]);
}

const counts = (shopId: string, over: object = {}) =>
  store.subscriptionCounts(shopId, { ...always, ...over });

describe('a first purchase of something that runs out', () => {
  it('is a subscription when an order on a selling plan is credited to its touch 3, and not without the plan', async () => {
    const shopId = await installShop(store);
    for (const n of [1, 2, 3]) await buyCoffee(shopId, n);
    await orderAgain(shopId, 1, { sellingPlanId: 'gid://shopify/SellingPlan/1' });
    await orderAgain(shopId, 2, { sellingPlanId: null });
    await orderAgain(shopId, 3, { sellingPlanId: 'gid://shopify/SellingPlan/1', amountMinor: 0 }); // refunded
    expect(await counts(shopId)).toEqual({ firstPurchases: 3, subscriptions: 1, notKept: 0 });
  });

  it.each([
    ['owns it', 'owned'],
    ['gave it back', 'returned'],
  ] as const)(
    'is none where the buyer had it before and %s; something else before does not matter',
    async (_how, column) => {
      const shopId = await installShop(store);
      for (const n of [1, 2]) await buyCoffee(shopId, n);
      const numbers = await store.productNumbers(shopId, [COFFEE, 'gid://shopify/Product/2']);
      await hadBefore(shopId, 1, { [column]: [numbers.get(COFFEE) ?? 0] });
      await hadBefore(shopId, 2, { [column]: [numbers.get('gid://shopify/Product/2') ?? 0] });
      expect(await counts(shopId)).toMatchObject({ firstPurchases: 1 });
    },
  );

  it('counts by when its touch 3 falls due, with the last moment of a period and without its first', async () => {
    const shopId = await installShop(store);
    await buyCoffee(shopId, 1);
    expect(await counts(shopId, { until: dueAt })).toMatchObject({ firstPurchases: 1 });
    expect(await counts(shopId, { until: dueAt - 1 })).toMatchObject({ firstPurchases: 0 });
    expect(await counts(shopId, { from: dueAt })).toMatchObject({ firstPurchases: 0 });
  });

  it('counts for people who are emailed, and for the segment that was asked for', async () => {
    const shopId = await installShop(store);
    await buyCoffee(shopId, 1, { segments: ['repeat'] });
    await buyCoffee(shopId, 2);
    await buyCoffee(shopId, 3, { arm: 'holdout' });
    expect(await counts(shopId)).toMatchObject({ firstPurchases: 2 });
    expect(await counts(shopId, { segment: 'repeat' })).toMatchObject({ firstPurchases: 1 });
  });
});

it('an order of durable things is no first purchase, and one from before this was kept is said to be unknown', async () => {
  const shopId = await installShop(store);
  await buyCoffee(shopId, 1, { subscribable: [] });
  expect(await counts(shopId)).toEqual({ firstPurchases: 0, subscriptions: 0, notKept: 0 });
  await queryDatabase(url, `UPDATE "Enrolment" SET subscribable = NULL WHERE "shopId" = $1`, [shopId]);
  expect(await counts(shopId)).toEqual({ firstPurchases: 0, subscriptions: 0, notKept: 1 });
});

it('another shop sees nothing of it', async () => {
  const shopId = await installShop(store);
  await buyCoffee(shopId, 1);
  expect(await counts(await installShop(store))).toEqual({ firstPurchases: 0, subscriptions: 0, notKept: 0 });
});

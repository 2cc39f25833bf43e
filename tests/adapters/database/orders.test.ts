import { expect, it } from 'vitest';
import { DAY_MS } from '#core/shared/time';
import { buildLine, MONDAY } from '../../support/build-order';
import { buildDecision, buildEnrolment, enrol } from '../../support/build-enrolment';
import { buildProduct } from '../../support/build-product';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { buildShopDetails, installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store } = await openStore();
const ORDER = 'gid://shopify/Order/1';

it('an order that is older than what is kept changes nothing; one as new or newer does', async () => {
  const shopId = await installShop(store);
  const netMinor = async () => (await store.enrolmentFacts(shopId, ORDER))?.purchases[0]?.netMinor;
  const record = (updatedAt: number, netMinor: number) =>
    store.recordOrders(shopId, [buildRecordedOrder({ updatedAt }, { netMinor })]);

  await record(MONDAY, 10_000);
  await record(MONDAY - 1, 1);
  expect(await netMinor()).toBe(10_000);
  await record(MONDAY, 9_000);
  expect(await netMinor()).toBe(9_000);
  await record(MONDAY + 1, 8_000);
  expect(await netMinor()).toBe(8_000);
});

it('an order that was kept but not decided about is not told as stored; a decided one, history and an unpaid one are', async () => {
  const shopId = await installShop(store);
  const told = async (orderId: string) => (await store.storedUpdates(shopId, [orderId])).get(orderId) ?? null;
  await store.recordOrders(shopId, [
    buildRecordedOrder({ confirmedAt: MONDAY, updatedAt: MONDAY }),
    buildRecordedOrder({ orderId: 'past', confirmedAt: MONDAY - 1, updatedAt: MONDAY }),
    buildRecordedOrder({ orderId: 'unpaid', confirmedAt: null, updatedAt: MONDAY }),
  ]);
  expect(await told(ORDER)).toBeNull();
  expect(await told('past')).toBe(MONDAY);
  expect(await told('unpaid')).toBe(MONDAY);

  const decision = buildDecision({ shopId, orderId: ORDER, verdict: 'refuse', reason: 'no_consent' });
  await store.saveEnrolment(shopId, { decision, enrolment: null, exit: null });
  expect(await told(ORDER)).toBe(MONDAY);
});

it('of one order twice in a batch the newer state is kept', async () => {
  const shopId = await installShop(store);
  await store.recordOrders(shopId, [
    buildRecordedOrder({ updatedAt: MONDAY + 1 }, { netMinor: 5 }),
    buildRecordedOrder({ updatedAt: MONDAY }, { netMinor: 7 }),
  ]);
  expect((await store.enrolmentFacts(shopId, ORDER))?.purchases).toMatchObject([{ netMinor: 5 }]);
});

it('facts about an order: the qualifying purchases of its buyer by time, then id', async () => {
  const shopId = await installShop(store);
  await store.recordOrders(shopId, [
    buildRecordedOrder({ orderId: 'gid://shopify/Order/10' }),
    buildRecordedOrder({ orderId: 'gid://shopify/Order/9' }),
    buildRecordedOrder(
      { orderId: 'gid://shopify/Order/11', confirmedAt: MONDAY - DAY_MS },
      { valueMinor: 4, netMinor: 3 },
    ),
    buildRecordedOrder({ orderId: 'gid://shopify/Order/12' }, { isPurchase: false }),
    buildRecordedOrder({ orderId: 'gid://shopify/Order/13', ...buyer(2) }),
  ]);
  const facts = await store.enrolmentFacts(shopId, 'gid://shopify/Order/9');
  expect(facts?.purchases.map((purchase) => purchase.orderId.split('/').at(-1))).toEqual(['11', '9', '10']);
  expect(facts?.purchases[0]).toEqual({
    orderId: 'gid://shopify/Order/11',
    confirmedAt: MONDAY - DAY_MS,
    currency: 'GBP',
    valueMinor: 4,
    netMinor: 3,
  });
});

it('facts about an order: suppressions of its address, the running enrolment, products of its lines', async () => {
  const shopId = await installShop(store);
  const product = buildProduct();
  await store.upsertProducts(shopId, [product]);
  await store.recordOrders(shopId, [
    buildRecordedOrder({ ...buyer(1), lines: [buildLine({ productId: product.productId })] }),
  ]);
  expect(await store.enrolmentFacts(shopId, ORDER)).toMatchObject({
    personId: buyer(1).customerId,
    arm: null,
    isDecided: false,
    suppressions: [],
    running: null,
    valueBordersMinor: null,
  });

  await store.saveEnrolment(shopId, buildEnrolment(shopId, 1));
  await store.suppress(shopId, buyer(1).emailHash, 'unsubscribed', 'link', MONDAY);
  await store.suppress(shopId, buyer(2).emailHash, 'complaint', 'link', MONDAY);
  const facts = await store.enrolmentFacts(shopId, ORDER);
  expect(facts).toMatchObject({
    arm: 'treatment',
    isDecided: true,
    suppressions: ['unsubscribed'],
    running: { orderId: ORDER, confirmedAt: MONDAY, offeredProducts: [] },
  });
  const products = await store.productsById(shopId, [product.productId, 'gid://shopify/Product/404']);
  expect(products).toEqual(new Map([[product.productId, { ...product, number: 0 }]]));
});

it('an order that nobody recorded has no facts', async () => {
  const shopId = await installShop(store);
  expect(await store.enrolmentFacts(shopId, ORDER)).toBeNull();
});

it('the watermark moves forward only', async () => {
  const shopId = await installShop(store);
  expect(await store.watermark(shopId)).toBeNull();
  await store.moveWatermark(shopId, MONDAY);
  await store.moveWatermark(shopId, MONDAY - 1);
  expect(await store.watermark(shopId)).toBe(MONDAY);
  await store.moveWatermark(shopId, MONDAY + 1);
  expect(await store.watermark(shopId)).toBe(MONDAY + 1);
});

it('the border of the top fifth is the fourth highest mean of twenty customers, and unknown for nineteen', async () => {
  const shopId = await installShop(store);
  const customer = (n: number) =>
    buildRecordedOrder({ orderId: `gid://shopify/Order/${n}`, ...buyer(n) }, { valueMinor: n * 100 });
  await store.recordOrders(
    shopId,
    Array.from({ length: 19 }, (_, i) => customer(i + 1)),
  );
  await store.refreshValueBorders(shopId, MONDAY + DAY_MS);
  expect((await store.enrolmentFacts(shopId, ORDER))?.valueBordersMinor).toBeNull();

  await store.recordOrders(shopId, [customer(20)]);
  await store.refreshValueBorders(shopId, MONDAY + DAY_MS);
  expect((await store.enrolmentFacts(shopId, ORDER))?.valueBordersMinor?.[19]).toBe(1_700);
  await store.saveShop(shopId, buildShopDetails({ name: 'Renamed' }), MONDAY);
  expect((await store.enrolmentFacts(shopId, ORDER))?.valueBordersMinor).not.toBeNull();
  await store.saveShop(shopId, buildShopDetails({ currency: 'JPY' }), MONDAY); // they are money too (C78)
  expect((await store.enrolmentFacts(shopId, ORDER))?.valueBordersMinor).toBeNull();

  await store.refreshValueBorders(shopId, MONDAY + 400 * DAY_MS); // nobody bought in those twelve months
  expect((await store.enrolmentFacts(shopId, ORDER))?.valueBordersMinor).toBeNull();
});

it('a shop never sees what the same ids mean in another', async () => {
  const [one, two] = [await installShop(store), await installShop(store)];
  await enrol(store, one, 1);
  await store.recordOrders(two, [buildRecordedOrder({ orderId: ORDER, ...buyer(1) }, { netMinor: 5 })]);
  expect(await store.enrolmentFacts(two, ORDER)).toMatchObject({
    running: null,
    arm: null,
    isDecided: false,
    purchases: [{ netMinor: 5 }],
  });
});

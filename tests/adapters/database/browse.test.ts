import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '#core/shared/time';
import { MONDAY } from '../../support/build-order';
import { buildTouches, enrol } from '../../support/build-enrolment';
import { buildProduct } from '../../support/build-product';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store, prisma } = await openStore();
const ADA = buyer(1);
const ORDER = 'gid://shopify/Order/1'; // confirmed on MONDAY
const CUP = 'gid://shopify/Product/2';
const JUG = 'gid://shopify/Product/3';
const PHONE = 'phone';

/** A shop that sells cup and jug, in whose sequence Ada's order is. Out: its id, and their numbers. */
async function adasShop() {
  const shopId = await installShop(store);
  await store.upsertProducts(shopId, [buildProduct({ productId: CUP }), buildProduct({ productId: JUG })]);
  const numbers = await store.productNumbers(shopId, [CUP, JUG]);
  await enrol(store, shopId, 1);
  return { shopId, cup: numbers.get(CUP), jug: numbers.get(JUG) };
}
const touchId = buildTouches(ORDER)[0]?.touchId ?? '';
const factsOf = async (shopId: string) =>
  (await store.touchFacts(shopId, [{ touchId, domainHash: null }], MONDAY))[0];
const browsedOf = async (shopId: string) => (await factsOf(shopId))?.browsed;
const kept = () =>
  prisma.$queryRaw<
    ReadonlyArray<{ readonly views: number; readonly orders: number }>
  >`SELECT (SELECT count(*)::int FROM "ProductView") AS views, (SELECT count(*)::int FROM "VisitorOrder") AS orders`;

describe('what a visitor looked at', () => {
  it('is theirs who ordered in the same browser, and nobody’s before they do', async () => {
    const { shopId, cup, jug } = await adasShop();
    await store.noteProductView(shopId, PHONE, CUP, MONDAY - 2 * DAY_MS);
    await store.noteProductView(shopId, PHONE, CUP, MONDAY - 5 * DAY_MS);
    await store.noteProductView(shopId, PHONE, JUG, MONDAY - HOUR_MS);
    await store.noteProductView(shopId, 'another', JUG, MONDAY - 1);
    expect(await browsedOf(shopId)).toEqual([]);
    await store.noteVisitorOrder(shopId, PHONE, ORDER, MONDAY);
    expect(await browsedOf(shopId)).toEqual([
      { productNumber: cup, at: MONDAY - 2 * DAY_MS },
      { productNumber: jug, at: MONDAY - HOUR_MS },
    ]);
  });

  it('counts from 30 days before the order up to it', async () => {
    const { shopId, cup, jug } = await adasShop();
    await store.noteProductView(shopId, PHONE, CUP, MONDAY - 30 * DAY_MS - 1);
    await store.noteProductView(shopId, PHONE, JUG, MONDAY + 1);
    await store.noteVisitorOrder(shopId, PHONE, ORDER, MONDAY);
    expect(await browsedOf(shopId)).toEqual([]);
    await store.noteProductView(shopId, PHONE, CUP, MONDAY - 29 * DAY_MS);
    await store.noteProductView(shopId, PHONE, JUG, MONDAY - DAY_MS);
    expect((await browsedOf(shopId))?.map(({ productNumber }) => productNumber)).toEqual([cup, jug]);
  });

  it('is one look a day, the first, so that looking again after the order hides nothing', async () => {
    const { shopId, cup } = await adasShop();
    await store.noteProductView(shopId, PHONE, CUP, MONDAY - 1);
    await store.noteProductView(shopId, PHONE, CUP, MONDAY + 1);
    await store.noteVisitorOrder(shopId, PHONE, ORDER, MONDAY);
    expect(await browsedOf(shopId)).toEqual([{ productNumber: cup, at: MONDAY - 1 }]);
  });

  it('is kept of products of the catalogue only, and a made-up one gets no number', async () => {
    const { shopId } = await adasShop();
    const before = await prisma.product.count();
    await store.noteProductView(shopId, PHONE, 'gid://shopify/Product/404', MONDAY - DAY_MS);
    await store.noteVisitorOrder(shopId, PHONE, ORDER, MONDAY); // of one who looked at nothing
    await store.noteProductView(shopId, PHONE, CUP, MONDAY - DAY_MS);
    expect(await browsedOf(shopId)).toEqual([]);
    expect(await prisma.product.count()).toBe(before);
  });

  it('stays with the browser that named the order first', async () => {
    const { shopId, cup } = await adasShop();
    await store.noteProductView(shopId, PHONE, CUP, MONDAY - DAY_MS);
    await store.noteProductView(shopId, 'intruder', JUG, MONDAY - DAY_MS);
    await store.noteVisitorOrder(shopId, PHONE, ORDER, MONDAY);
    await store.noteVisitorOrder(shopId, 'intruder', ORDER, MONDAY + 1);
    expect((await browsedOf(shopId))?.map(({ productNumber }) => productNumber)).toEqual([cup]);
  });

  it('of another shop is not seen', async () => {
    const [one, other] = [await adasShop(), await adasShop()];
    await store.noteProductView(other.shopId, PHONE, CUP, MONDAY - DAY_MS);
    await store.noteVisitorOrder(other.shopId, PHONE, ORDER, MONDAY);
    expect(await browsedOf(one.shopId)).toEqual([]);
    expect(await browsedOf(other.shopId)).toHaveLength(1);
  });
});

it('bought before are the products of the person’s earlier purchases, not those of the order itself', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  const order = (n: number, confirmedAt: number, who = ADA) => ({
    orderId: `gid://shopify/Order/${n}`,
    ...who,
    confirmedAt,
  });
  await store.recordOrders(shopId, [
    buildRecordedOrder(order(1, MONDAY), { basket: [1] }),
    buildRecordedOrder(order(2, MONDAY - DAY_MS), { basket: [7, 8] }),
    buildRecordedOrder(order(3, MONDAY - 2 * DAY_MS), { basket: [8] }),
    buildRecordedOrder(order(4, MONDAY - DAY_MS), { basket: [9], isPurchase: false }),
    buildRecordedOrder(order(5, MONDAY + DAY_MS), { basket: [10] }),
    buildRecordedOrder(order(6, MONDAY - DAY_MS, buyer(2)), { basket: [11] }),
  ]);
  expect((await factsOf(shopId))?.boughtBefore.toSorted()).toEqual([7, 8]);
});

it('looks without an order go after 30 days, with one 50 days after the order', async () => {
  const { shopId } = await adasShop();
  await store.noteProductView(shopId, PHONE, CUP, MONDAY - 29 * DAY_MS);
  await store.noteProductView(shopId, PHONE, JUG, MONDAY - 31 * DAY_MS); // too early for the order
  await store.noteProductView(shopId, 'only looking', JUG, MONDAY - DAY_MS);
  await store.noteVisitorOrder(shopId, PHONE, ORDER, MONDAY);
  const forgetAt = (now: number) =>
    store.forgetProductViews(shopId, {
      seenBefore: now - 30 * DAY_MS,
      orderedBefore: now - 50 * DAY_MS,
      leadMs: 30 * DAY_MS,
    });
  expect(await forgetAt(MONDAY + 29 * DAY_MS - 1)).toBe(1);
  expect(await forgetAt(MONDAY + 29 * DAY_MS + 1)).toBe(1);
  expect(await browsedOf(shopId)).toHaveLength(1);
  expect(await forgetAt(MONDAY + 50 * DAY_MS)).toBe(0);
  expect(await forgetAt(MONDAY + 50 * DAY_MS + 1)).toBe(1);
  expect(await browsedOf(shopId)).toEqual([]);
});

it('looks of more than one slice are forgotten all, and those of another shop are not', async () => {
  const [{ shopId, cup }, other] = [await adasShop(), await adasShop()];
  await store.noteProductView(other.shopId, PHONE, CUP, MONDAY - DAY_MS);
  await prisma.$executeRaw`
    INSERT INTO "ProductView" ("shopId", "visitorHash", "productNumber", "seenOn", "seenAt")
    SELECT ${shopId}, n::text, ${cup}, '2026-01-01', '2026-01-01' FROM generate_series(1, 50001) n`;
  const limits = { seenBefore: MONDAY, orderedBefore: MONDAY, leadMs: DAY_MS };
  expect(await store.forgetProductViews(shopId, limits)).toBe(50_001);
  expect(await store.forgetProductViews(other.shopId, limits)).toBe(1);
});

it('belongs to what a person can ask for, and goes with them', async () => {
  await prisma.$executeRaw`TRUNCATE "ProductView", "VisitorOrder"`;
  const { shopId } = await adasShop();
  await enrol(store, shopId, 2);
  const bobs = 'gid://shopify/Order/2';
  for (const [visitor, order] of [
    [PHONE, ORDER],
    ['tablet', bobs],
  ] as const) {
    await store.noteProductView(shopId, visitor, CUP, MONDAY - DAY_MS);
    await store.noteVisitorOrder(shopId, visitor, order, MONDAY);
  }
  const data = await store.personalData(shopId, [ADA.customerId]);
  expect(data.productViews).toMatchObject([{ visitorHash: PHONE, productId: CUP }]);
  expect(data.visitorOrders).toMatchObject([{ visitorHash: PHONE, orderId: ORDER }]);

  expect(await kept()).toEqual([{ views: 2, orders: 2 }]);
  await store.redactCustomer(shopId, ADA.customerId, null);
  expect(await kept()).toEqual([{ views: 1, orders: 1 }]);
  expect((await store.personalData(shopId, [buyer(2).customerId])).productViews).toHaveLength(1);
  await store.redactShop(shopId);
  expect(await kept()).toEqual([{ views: 0, orders: 0 }]);
});

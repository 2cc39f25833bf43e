import { expect, it } from 'vitest';
import { DAY_MS } from '#core/shared/time';
import { MONDAY } from '../../support/build-order';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store } = await openStore();
const RANGE = { from: MONDAY - 1, until: MONDAY + 10 * DAY_MS, horizonDays: 90 };

it('counts everybody once, with what they bought in the 90 days after their first purchase of the range', async () => {
  const shopId = await installShop(store);
  const order = (name: string, n: number, day: number, netMinor = 1000, isPurchase = true) =>
    buildRecordedOrder(
      { orderId: `gid://shopify/Order/${name}`, ...buyer(n), confirmedAt: MONDAY + day * DAY_MS },
      { netMinor, isPurchase },
    );
  await store.recordOrders(shopId, [
    order('1', 1, 0),
    order('2', 1, 5, 300),
    order('3', 1, 89, 40),
    order('4', 1, 90, 7), // the window has passed
    order('5', 2, 1),
    order('6', 2, 2, 999, false), // a renewal
    order('7', 3, 11), // after the range
    order('8', 4, -1), // before it
  ]);
  expect(await store.shopPast(shopId, RANGE)).toEqual({
    customers: 2,
    meanMinor: 170,
    deviationMinor: expect.closeTo(340 / Math.SQRT2, 6),
    customersPerDay: expect.closeTo(0.2, 6),
    ordersPerDay: expect.closeTo(0.3, 6), // orders 1, 2 and 5
  });
  expect(await store.shopPast(await installShop(store), RANGE)).toMatchObject({ customers: 0, meanMinor: 0 });
});

it('is of the shop’s present currency alone (C78)', async () => {
  const shopId = await installShop(store);
  const order = (name: string, n: number, day: number, currency: string) =>
    buildRecordedOrder(
      { orderId: `gid://shopify/Order/${name}`, ...buyer(n), currency, confirmedAt: MONDAY + day * DAY_MS },
      { netMinor: 1000 },
    );
  await store.recordOrders(shopId, [
    order('1', 1, 0, 'GBP'),
    order('2', 1, 5, 'GBP'),
    order('3', 1, 6, 'JPY'),
    order('4', 2, 0, 'JPY'),
  ]);
  expect(await store.shopPast(shopId, RANGE)).toMatchObject({ customers: 1, meanMinor: 1000 });
  const period = { from: MONDAY - 1, to: MONDAY + 10 * DAY_MS };
  expect(await store.salesOf(shopId, [period])).toEqual([{ orders: 4, netMinor: 2000 }]);
});

import { expect, it } from 'vitest';
import { measureOutcome } from '#core/lift/outcome';
import { DAY_MS } from '#core/shared/time';
import { MONDAY } from '../../support/build-order';
import { buildEnrolment, enrol } from '../../support/build-enrolment';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store } = await openStore();
const order = (n: number) => `gid://shopify/Order/${n}`;

it('a person is one unit from the first enrolment on, with the trigger order and what was bought after it', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1, { arm: 'holdout' });
  await enrol(store, shopId, 2);
  await store.recordOrders(shopId, [
    buildRecordedOrder({ orderId: order(10), ...buyer(1), confirmedAt: MONDAY - DAY_MS }), // before
    buildRecordedOrder(
      { orderId: order(11), ...buyer(1), confirmedAt: MONDAY + DAY_MS },
      { netMinor: 7, valueMinor: 8 },
    ),
    buildRecordedOrder(
      { orderId: order(12), ...buyer(1), confirmedAt: MONDAY + DAY_MS },
      { isPurchase: false },
    ), // a renewal
    buildRecordedOrder({ orderId: order(13), ...buyer(3) }), // never enrolled
  ]);
  const again = buildEnrolment(
    shopId,
    11,
    { personId: buyer(1).customerId, arm: 'holdout', confirmedAt: MONDAY + DAY_MS },
    {
      enrolmentId: `enrolment of ${order(1)}`,
      reason: 'new_purchase_exit',
    },
  );
  await store.saveEnrolment(shopId, {
    ...again,
    decision: { ...again.decision, decidedAt: MONDAY + DAY_MS },
  });

  const sold = (orderId: string, createdAt: number, subtotalMinor: number, refundedMinor: number) => ({
    orderId,
    createdAt,
    cancelledAt: null,
    subtotalMinor,
    products: [],
    refunds: refundedMinor === 0 ? [] : [{ refundedAt: createdAt, amountMinor: refundedMinor }],
  });
  const unit = {
    personId: buyer(1).customerId,
    arm: 'holdout',
    isOfBothArms: false,
    period: 0,
    segments: [],
    enrolledAt: MONDAY,
    triggerOrderId: order(1),
    firstOffer: null,
    isMailed: false,
    linkedAt: [],
  };
  expect(await store.liftUnits(shopId)).toEqual([
    {
      ...unit,
      orders: [sold(order(1), MONDAY, 10_000, 0), sold(order(11), MONDAY + DAY_MS, 8, 1)],
    },
    {
      ...unit,
      personId: buyer(2).customerId,
      arm: 'treatment',
      triggerOrderId: order(2),
      orders: [sold(order(2), MONDAY, 10_000, 0)],
    },
  ]);
});

it('a trigger order that was cancelled keeps its unit, with nothing earned', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  await store.recordOrders(shopId, [
    buildRecordedOrder(
      { orderId: order(1), ...buyer(1), updatedAt: MONDAY + 1 },
      { isPurchase: false, netMinor: 0 },
    ),
  ]);
  expect(await store.liftUnits(shopId)).toMatchObject([
    { orders: [{ orderId: order(1), subtotalMinor: 10_000, refunds: [{ amountMinor: 10_000 }] }] },
  ]);
});

/** What the unit says was taken off its one later order of 100.00, placed on day 1; null: the order is not in it. */
async function takenOff(
  over: Parameters<typeof buildRecordedOrder>[0],
  derived: Parameters<typeof buildRecordedOrder>[1],
) {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  const confirmedAt = MONDAY + DAY_MS;
  await store.recordOrders(shopId, [
    buildRecordedOrder({ orderId: order(11), ...buyer(1), confirmedAt, ...over }, derived),
  ]);
  const [unit] = await store.liftUnits(shopId);
  if (!unit) throw new Error('the customer is no unit');
  const later = unit.orders.find(({ orderId }) => orderId === order(11));
  const outcome = measureOutcome(unit, MONDAY + 200 * DAY_MS, 90);
  return {
    refunds: later?.refunds.map(({ refundedAt, amountMinor }) => [
      (refundedAt - MONDAY) / DAY_MS,
      amountMinor,
    ]),
    revenueMinor: outcome.kind === 'mature' ? outcome.laterRevenueMinor : null,
  };
}
const back = (day: number, amountMinor: number) => ({ refundedAt: MONDAY + day * DAY_MS, amountMinor });

it.each([
  ['on day 89', [back(89, 4000)], { refunds: [[89, 4000]], revenueMinor: 6000 }],
  ['on day 91', [back(91, 4000)], { refunds: [[91, 4000]], revenueMinor: 10_000 }],
  [
    'on both',
    [back(89, 1500), back(91, 2500)],
    {
      refunds: [
        [89, 1500],
        [91, 2500],
      ],
      revenueMinor: 8500,
    },
  ],
])('what was taken back %s is taken off on that day (F20, I9)', async (_when, refunds, expected) => {
  expect(await takenOff({ refunds }, { netMinor: 6000 })).toEqual(expected);
});

it.each([
  ['day 89', 89, 0],
  ['day 91', 91, 10_000],
])('an order that was given back whole on %s counts until then', async (_when, day, revenueMinor) => {
  const gone = { isPurchase: false, isGivenBack: true, netMinor: 0 };
  expect(await takenOff({ refunds: [back(day, 10_000)], isFullyRefunded: true }, gone)).toEqual({
    refunds: [[day, 10_000]],
    revenueMinor,
  });
});

it('an order that was kept without the times of its refunds has them taken off from the beginning', async () => {
  expect(await takenOff({ refunds: [] }, { netMinor: 6000 })).toEqual({
    refunds: [[1, 4000]],
    revenueMinor: 6000,
  });
});

it('a cancelled trigger order earned nothing on any day, though its refund came late', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  const cancelled = {
    orderId: order(1),
    ...buyer(1),
    updatedAt: MONDAY + 1,
    refunds: [back(91, 10_000)],
  };
  const refundsOf = async (cancelledAt: number | null) => {
    await store.recordOrders(shopId, [
      buildRecordedOrder({ ...cancelled, cancelledAt }, { isPurchase: false, netMinor: 0 }),
    ]);
    return (await store.liftUnits(shopId))[0]?.orders[0]?.refunds;
  };
  expect(await refundsOf(MONDAY + 91 * DAY_MS)).toEqual([back(0, 10_000)]);
  expect(await refundsOf(null)).toEqual([back(91, 10_000)]);
});

it('the units of another shop are not seen', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  expect(await store.liftUnits(await installShop(store))).toEqual([]);
});

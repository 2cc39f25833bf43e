import { expect, it } from 'vitest';
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
    refunds: [{ refundedAt: createdAt, amountMinor: refundedMinor }],
  });
  const unit = {
    personId: buyer(1).customerId,
    arm: 'holdout',
    period: 0,
    segments: [],
    enrolledAt: MONDAY,
    triggerOrderId: order(1),
    firstOffer: null,
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

it('the units of another shop are not seen', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  expect(await store.liftUnits(await installShop(store))).toEqual([]);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportLift } from '#flows/report-lift';
import { DAY_MS, HOUR_MS } from '#core/shared/time';
import { customersOf } from '../support/build-customers';
import { buildSeed, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { postToStore } from '../support/order-life';
import { startEncore, type RunningEncore } from '../support/start-encore';

const database = await freshDatabase();
const [MACHINE, GRINDER, TIN] = ['1', '3', '4'];
const orderAt = INSTALLED_AT + HOUR_MS;
const [GRINDER_MINOR, TIN_MINOR] = [15_000, 900];
let encore: RunningEncore;

/**
 * Four customers buy a machine in the same hour and 30 days later a grinder with a tin. Before and after the 90 days are
 * over, one of those who are e-mailed gives the grinder back, and one of those who are not gives everything back.
 */
beforeAll(async () => {
  const customers = [...customersOf('treatment', 2), ...customersOf('holdout', 2)];
  const orders = customers.flatMap((customer, at) => [
    buildStoreOrder(`300${at}`, customer, orderAt, [MACHINE]),
    buildStoreOrder(`310${at}`, customer, orderAt + 30 * DAY_MS, [GRINDER, TIN]),
  ]);
  const future = orders
    .map((order) => ({ at: order.createdAt, kind: 'order_paid' as const, order }))
    .sort((a, b) => a.at - b.at);
  const seed = buildSeed({ customers, future });
  encore = await startEncore({ databaseUrl: database.url, seed, at: INSTALLED_AT });
  await encore.moveTo(orderAt + HOUR_MS);
  await passTo(30);
  await passTo(89);
  await refund('3100', 1);
  await refund('3102', 2);
  await passTo(91);
}, 240_000);
afterAll(() => encore?.stop());

/** Lets the days pass up to this one at once: what was due meanwhile is late, and of no concern here. */
async function passTo(day: number): Promise<void> {
  const at = orderAt + day * DAY_MS;
  await encore.wakeAt(at);
  await encore.moveTo(at + HOUR_MS);
}

/** Gives the first so many lines of an order back, at the store's present time. */
const refund = (order: string, count: number) => {
  const lines = Array.from({ length: count }, (_, at) => ({ lineId: `${order}${at}`, quantity: 1 }));
  return postToStore(encore, `/_dev/orders/${order}/refund`, { lines });
};

/** What the report says: customers who bought again, and their revenue per customer of each arm. */
async function readLift() {
  const asOf = encore.devStore.store.clock.now;
  const report = await reportLift(encore.tools, { shopId: encore.shopId, asOf });
  if (report?.comparison.kind !== 'shown') throw new Error('the report compares nothing');
  const { fixed } = report.comparison.revenuePerCustomer;
  if (fixed.kind !== 'measured') throw new Error('the report measures nothing');
  const { treatment, holdout } = fixed.arms;
  return { buyers: report.buyers, treatment: treatment.estimate, holdout: holdout.estimate };
}
const net = { treatment: GRINDER_MINOR / 2 + TIN_MINOR, holdout: (GRINDER_MINOR + TIN_MINOR) / 2 };

it('what was given back on day 89 is taken off (F20, I9)', async () => {
  expect(await readLift()).toEqual({ buyers: { treatment: 2, holdout: 1 }, ...net });
});

it('and what was given back on day 91 is not, though the order is told to hold less', async () => {
  await refund('3101', 1);
  await refund('3103', 2);
  await passTo(92);
  const facts = await encore.tools.store.liftUnits(encore.shopId);
  const later = facts.flatMap(({ orders }) => orders.filter(({ orderId }) => /310[13]$/.test(orderId)));
  expect(later.map(({ refunds }) => refunds.map(({ amountMinor }) => amountMinor))).toEqual([
    [GRINDER_MINOR],
    [GRINDER_MINOR + TIN_MINOR],
  ]);
  expect(await readLift()).toEqual({ buyers: { treatment: 2, holdout: 1 }, ...net });
});

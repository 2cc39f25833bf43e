import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS } from '#core/shared/time';
import { keepOutcomes } from '#flows/keep-outcomes';
import type { LiftSlice } from '#flows/ports/lift-store';
import { buildEnrolment, enrol } from '../../support/build-enrolment';
import { MONDAY } from '../../support/build-order';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';
import { rebuildTally } from '../../support/rebuild-tally';

const { store } = await openStore();
const EVER = { horizonDays: 90, asOf: MONDAY + 200 * DAY_MS, segment: null } as const;
const BUYERS = 220;

/** Minor units that customer n pays in all; the dearest two pay the same, each in two orders. */
const paidBy = (n: number) => 100_000 + 100 * Math.min(n, BUYERS - 1);

/** A shop whose customers all bought again, the first 200 of them in a segment. */
async function shopOfBuyers(): Promise<string> {
  const shopId = await installShop(store);
  const customers = Array.from({ length: BUYERS }, (_, place) => place + 1);
  await store.saveSettings(shopId, { ...DEFAULT_SETTINGS, holdoutPercent: 20 }, 'Ada', MONDAY);
  for (const n of customers)
    await enrol(store, shopId, n, {
      arm: n % 3 === 0 ? 'holdout' : 'treatment',
      settingsVersion: n % 2,
      segments: n <= 200 ? ['repeat'] : [],
    });
  const ordersOf = (n: number) => (n > BUYERS - 2 ? ['a', 'b'] : ['a']);
  await store.recordOrders(
    shopId,
    customers.flatMap((n) =>
      ordersOf(n).map((which) => again(n, which, paidBy(n) / ordersOf(n).length, MONDAY + DAY_MS)),
    ),
  );
  return shopId;
}

function again(n: number, which: string, netMinor: number, confirmedAt: number) {
  const order = { orderId: `gid://shopify/Order/again${n}${which}`, ...buyer(n), confirmedAt };
  return buildRecordedOrder(order, { valueMinor: netMinor, netMinor });
}

/** The tally as it is kept, which is the one that is made anew of everybody's orders. */
async function tallied(shopId: string, slice: LiftSlice) {
  await keepOutcomes({ store }, { shopId });
  const tally = await store.liftTally(shopId, slice);
  expect(tally).toEqual(await rebuildTally(store, shopId, slice));
  const cut = tally.periods.map(({ arms }) => [arms.treatment.capped, arms.holdout.capped]);
  return { capMinor: tally.capMinor, cut };
}

it('the dearest hundredth of the buyers is cut at the last of them, in each arm and period, as from the customers (C76)', async () => {
  const { capMinor, cut } = await tallied(await shopOfBuyers(), EVER);
  // Nearest rank: the 218th of 220.
  expect(capMinor).toBe(paidBy(218));
  expect(cut).toEqual([
    [1, 0], // customer 220
    [0, 1], // 219
  ]);
});

it('a segment is cut at its own dearest hundredth', async () => {
  const { capMinor, cut } = await tallied(await shopOfBuyers(), { ...EVER, segment: 'repeat' });
  expect(capMinor).toBe(paidBy(198)); // the 198th of 200
  expect(cut).toEqual([
    [1, 0], // customer 200
    [1, 0], // 199
  ]);
});

it('who pays more than anybody moves the cut once their days are over, and not before', async () => {
  const shopId = await shopOfBuyers();
  const confirmedAt = EVER.asOf - 80 * DAY_MS;
  const first = { orderId: `gid://shopify/Order/${BUYERS + 1}`, ...buyer(BUYERS + 1), confirmedAt };
  await store.recordOrders(shopId, [buildRecordedOrder(first)]);
  const { decision, ...rest } = buildEnrolment(shopId, BUYERS + 1, { confirmedAt });
  await store.saveEnrolment(shopId, { decision: { ...decision, decidedAt: confirmedAt }, ...rest });
  await store.recordOrders(shopId, [again(BUYERS + 1, 'a', 1_000_000, confirmedAt + DAY_MS)]);
  expect((await tallied(shopId, EVER)).capMinor).toBe(paidBy(218));
  expect((await tallied(shopId, { ...EVER, asOf: confirmedAt + 91 * DAY_MS })).capMinor).toBe(paidBy(219)); // of 221
});

import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS } from '#core/shared/time';
import { keepOutcomes } from '#flows/keep-outcomes';
import { enrol } from '../../support/build-enrolment';
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

it('the dearest hundredth of the buyers is cut at the last of them, in each arm and period, as from the customers (C76)', async () => {
  const shopId = await installShop(store);
  const customers = Array.from({ length: BUYERS }, (_, place) => place + 1);
  await store.saveSettings(shopId, { ...DEFAULT_SETTINGS, holdoutPercent: 20 }, 'Ada', MONDAY);
  for (const n of customers)
    await enrol(store, shopId, n, {
      arm: n % 3 === 0 ? 'holdout' : 'treatment',
      settingsVersion: n % 2,
    });
  const ordersOf = (n: number) => (n > BUYERS - 2 ? ['a', 'b'] : ['a']);
  await store.recordOrders(
    shopId,
    customers.flatMap((n) =>
      ordersOf(n).map((which) => {
        const order = {
          orderId: `gid://shopify/Order/again${n}${which}`,
          ...buyer(n),
          confirmedAt: MONDAY + DAY_MS,
        };
        const netMinor = paidBy(n) / ordersOf(n).length;
        return buildRecordedOrder(order, { valueMinor: netMinor, netMinor });
      }),
    ),
  );
  await keepOutcomes({ store }, { shopId });
  const tally = await store.liftTally(shopId, EVER);
  expect(tally).toEqual(await rebuildTally(store, shopId, EVER));
  // Nearest rank: the 218th of 220.
  expect(tally.capMinor).toBe(paidBy(218));
  const cut = tally.periods.map(({ arms }) => [arms.treatment.capped, arms.holdout.capped]);
  expect(cut).toEqual([
    [1, 0], // customer 220
    [0, 1], // 219
  ]);
});

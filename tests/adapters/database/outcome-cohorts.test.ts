import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS } from '#core/shared/time';
import { keepOutcomes } from '#flows/keep-outcomes';
import type { LiftSlice } from '#flows/ports/lift-store';
import { buildDecision, buildEnrolment } from '../../support/build-enrolment';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store } = await openStore();
const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
const [JANUARY, MARCH] = ['2026-01-01', '2026-03-01'].map((day) => Date.parse(`${day}T00:00:00Z`));

/** Customer n is enrolled at noon of a day and buys again two days later for that much; 0: does not. */
async function enrolled(shopId: string, n: number, day: string, laterMinor: number, over: object = {}) {
  const trigger = { orderId: `gid://shopify/Order/${n}`, ...buyer(n), confirmedAt: at(day) };
  const later = {
    ...trigger,
    orderId: `gid://shopify/Order/later${n}`,
    confirmedAt: at(day) + 2 * DAY_MS,
  };
  await store.recordOrders(shopId, [
    buildRecordedOrder(trigger),
    ...(laterMinor > 0 ? [buildRecordedOrder(later, { valueMinor: laterMinor, netMinor: laterMinor })] : []),
  ]);
  const built = buildEnrolment(shopId, n, { confirmedAt: at(day), ...over });
  const decision = buildDecision({ ...built.decision, decidedAt: at(day) });
  await store.saveEnrolment(shopId, { ...built, decision });
}

const until = (day: string, segment: string | null = null): LiftSlice => ({
  horizonDays: 90,
  asOf: Date.parse(`${day}T00:00:00Z`) + 90 * DAY_MS,
  segment,
});

it('customers stand in the month of their first enrolment, by arm, the newest month first; in whole days that are over', async () => {
  const shopId = await installShop(store);
  await enrolled(shopId, 1, '2026-01-31', 5000);
  await enrolled(shopId, 2, '2026-01-31', 0, { arm: 'holdout' });
  await enrolled(shopId, 3, '2026-03-01', 700, { segments: ['repeat'] });
  await enrolled(shopId, 4, '2026-03-31', 300);
  await keepOutcomes({ store }, { shopId });
  const months = async (slice: LiftSlice, most = 12) =>
    (await store.liftCohorts(shopId, slice, most)).map(({ startsAt, strata }) => [
      startsAt,
      ...strata.map(({ treatment, holdout }) => [
        treatment.buyers,
        treatment.later.sumY,
        treatment.later.n,
        holdout.later.n,
      ]),
    ]);
  expect(await months(until('2026-04-01'))).toEqual([
    [MARCH, [2, 1000, 2, 0]],
    [JANUARY, [1, 5000, 1, 1]],
  ]);
  expect(await months(until('2026-03-31'))).toEqual([
    [MARCH, [1, 700, 1, 0]],
    [JANUARY, [1, 5000, 1, 1]],
  ]);
  expect(await months(until('2026-04-01', 'repeat'))).toEqual([[MARCH, [1, 700, 1, 0]]]);
  expect(await months(until('2026-04-01'), 2)).toEqual([[MARCH, [2, 1000, 2, 0]]]);
  expect((await months(until('2026-04-01'), 3)).length).toBe(2);
  expect(await store.liftCohorts(await installShop(store), until('2026-04-01'), 12)).toEqual([]);
});

it('a changed share divides a month in two that are compared within themselves', async () => {
  const shopId = await installShop(store);
  await store.saveSettings(shopId, DEFAULT_SETTINGS, 'Ann', at('2026-03-01'));
  await enrolled(shopId, 1, '2026-03-02', 100, { settingsVersion: 1 });
  await store.saveSettings(shopId, { ...DEFAULT_SETTINGS, holdoutPercent: 20 }, 'Ann', at('2026-03-03'));
  await enrolled(shopId, 2, '2026-03-04', 200, { settingsVersion: 2 });
  await keepOutcomes({ store }, { shopId });
  const [march] = await store.liftCohorts(shopId, until('2026-04-01'), 12);
  expect(march?.strata.map(({ treatment }) => treatment.later.sumY)).toEqual([100, 200]);
});

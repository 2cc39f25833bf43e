import { expect, it } from 'vitest';
import { describeCohort } from '#core/lift/cohorts';
import { tallyUnits } from '#core/lift/lift-tally';
import type { LiftUnit } from '#core/lift/outcome';
import { DAY_MS } from '#core/shared/time';
import { exportReport } from '#flows/export-report';
import { loadCohorts } from '#flows/load-cohorts';
import { loadReport } from '#flows/load-report';
import type { LiftSlice } from '#flows/ports/lift-store';
import { aLiftUnit, anOrder, ENROLLED_AT, MATURE_AT, TRIGGER } from '../core/lift/a-lift-unit';
import { MONDAY } from '../support/build-order';
import { installShop } from '../support/build-shop';
import { openStore } from '../support/open-store';
import { writeCsv } from '../../app/csv-answer.server';

const { store } = await openStore();
const NOW = MATURE_AT + DAY_MS;

/** Everybody enrolled at one moment: emailed people buy after 5 days, held-out ones after `laterDays`. */
function units(laterDays: number, heldOut: number): ReadonlyArray<LiftUnit> {
  const unit = (arm: LiftUnit['arm'], at: number, days: number) => {
    const later = anOrder({ createdAt: ENROLLED_AT + days * DAY_MS, subtotalMinor: 5000 + (at % 7) * 10 });
    return aLiftUnit({ arm, orders: [TRIGGER, later] });
  };
  return [
    ...Array.from({ length: Math.round((heldOut * 85) / 15) }, (_, at) => unit('treatment', at, 5)),
    ...Array.from({ length: heldOut }, (_, at) => unit('holdout', at, laterDays)),
  ];
}

async function cohortsOf(unitsOfShop: ReadonlyArray<LiftUnit>, now = NOW) {
  const shopId = await installShop(store);
  const liftTally = async (_shopId: string, { asOf, horizonDays }: LiftSlice) =>
    tallyUnits(
      [{ holdoutShare: 0.15, units: unitsOfShop.filter(({ enrolledAt }) => enrolledAt <= asOf) }],
      asOf,
      horizonDays,
    );
  const view = await loadCohorts({ store: { ...store, liftTally } }, { shopId, segment: null, now });
  if (!view) throw new Error('no view');
  return view;
}

it('orders that emails only bring forward differ in the first days and no more at the last', async () => {
  const { growth } = await cohortsOf(units(50, 120));
  expect(growth.map(({ days, customers }) => [days, customers])).toEqual(
    [7, 14, 30, 60, 90].map((days) => [days, { treatment: 680, holdout: 120 }]),
  );
  const differences = growth.map(({ revenue }) =>
    revenue.kind === 'measured' ? Math.round(revenue.difference / 100) : revenue.kind,
  );
  // Until their first order the held-out people have too few buyers for a figure.
  expect(differences).toEqual(['too_few', 'too_few', 'too_few', 0, 0]);
});

it('the last line is the difference of the report', async () => {
  const { growth } = await cohortsOf(units(3, 120));
  const { periods } = tallyUnits([{ holdoutShare: 0.15, units: units(3, 120) }], NOW, 90);
  const ofReport = describeCohort(
    periods.map(({ arms }) => arms),
    5000,
  );
  expect(growth.at(-1)).toEqual({ days: 90, ...ofReport });
});

it('shows nothing while the verdict is too early, on the last millisecond before somebody has finished too', async () => {
  expect((await cohortsOf(units(3, 99))).growth).toEqual([]);
  expect((await cohortsOf(units(3, 120), MATURE_AT - 1)).growth).toEqual([]);
  expect((await cohortsOf(units(3, 120), MATURE_AT)).growth).toHaveLength(5);
});

it('shows nothing while the groups are off their shares', async () => {
  const even = units(3, 120);
  const broken = even.filter(({ arm }, at) => arm === 'holdout' || at < 400);
  expect((await cohortsOf(even)).growth).toHaveLength(5);
  expect((await cohortsOf(broken)).growth).toEqual([]);
});

it('a shop that is not known has none', async () => {
  expect(
    await loadCohorts({ store }, { shopId: 'nobody.myshopify.com', segment: null, now: NOW }),
  ).toBeNull();
});

it('the file has the difference over time and by month, empty where too few have bought', async () => {
  const shopId = await installShop(store);
  const report = await loadReport(
    { store },
    { shopId, period: '90', segment: null, model: 'linear', now: MONDAY + DAY_MS },
  );
  if (!report) throw new Error('no report');
  const customers = { treatment: 1700, holdout: 300 };
  const revenue = {
    kind: 'measured' as const,
    emailed: 4500.5,
    heldOut: 4000,
    difference: 500.5,
    interval: { low: 10, high: 991 },
  };
  const cohorts = {
    horizonDays: 90,
    growth: [{ days: 30, customers, revenue }],
    months: [{ startsAt: MONDAY, customers, revenue: { kind: 'too_few' as const, have: 31, need: 100 } }],
  };
  const lines = [...writeCsv(exportReport(report, cohorts))].join('').split('\r\n');
  expect(lines).toContain('revenue per customer within 30 days emailed,4500.5,,,');
  expect(lines).toContain('revenue per customer within 30 days difference,500.5,10,991,');
  expect(lines).toContain('revenue per customer enrolled in 2026-06 difference,,,,');
});

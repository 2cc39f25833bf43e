import { expect, it } from 'vitest';
import { DAY_MS } from '#core/shared/time';
import { describeLift } from '#flows/describe-lift';
import { exportReport } from '#flows/export-report';
import { loadReport } from '#flows/load-report';
import { tallyUnits } from '#core/lift/lift-tally';
import type { LiftUnit } from '#core/lift/outcome';
import type { LiftSlice } from '#flows/ports/lift-store';
import { readReportChoice } from '#flows/report-choice';
import { findLift } from '#flows/report-lift';
import { enrol } from '../support/build-enrolment';
import { MONDAY } from '../support/build-order';
import { buyer } from '../support/build-recorded-order';
import { installShop } from '../support/build-shop';
import { writeCsv } from '../../app/csv-answer.server';
import { openStore } from '../support/open-store';

const { store } = await openStore();

/** So many of an arm, one a quarter of an hour, each with a trigger of 100.00 and, every `every`th, a later order. */
function units(arm: LiftUnit['arm'], count: number, every: number, laterMinor: number): LiftUnit[] {
  return Array.from({ length: count }, (_, at) => {
    const enrolledAt = MONDAY + at * 900_000;
    const order = (name: string, createdAt: number, subtotalMinor: number) => ({
      orderId: `${arm} ${at} ${name}`,
      createdAt,
      cancelledAt: null,
      subtotalMinor,
      refunds: [],
      products: [],
    });
    const later = laterMinor + (at % 7) * 10;
    return {
      arm,
      enrolledAt,
      triggerOrderId: `${arm} ${at} trigger`,
      firstOffer: null,
      orders: [
        order('trigger', enrolledAt, 10_000 + (at % 5) * 100),
        ...(at % every === 0 ? [order('later', enrolledAt + 5 * DAY_MS, later)] : []),
      ],
    };
  });
}

async function lift(unitsOfShop: ReadonlyArray<LiftUnit>, asOf: number, from?: number) {
  const shopId = await installShop(store);
  const liftTally = async (_shopId: string, slice: LiftSlice) => {
    const units = unitsOfShop.filter(
      ({ enrolledAt }) => enrolledAt <= slice.asOf && enrolledAt > (slice.from ?? -Infinity),
    );
    return tallyUnits([{ holdoutShare: 0.15, units }], slice.asOf, slice.horizonDays);
  };
  const input = { shopId, asOf, ...(from === undefined ? {} : { from }) };
  const found = await findLift({ store: { ...store, liftTally } }, input);
  if (!found) throw new Error('no report');
  return { ...found, view: describeLift(found) };
}

const byTime = (list: LiftUnit[]) => list.sort((a, b) => a.enrolledAt - b.enrolledAt);
const better = byTime([...units('treatment', 1700, 2, 9000), ...units('holdout', 300, 3, 5000)]);

it('while the 90 days are not full, nothing is judged; the outlook names what would show and when a verdict may come', async () => {
  const { view, outlook } = await lift(better, MONDAY + 40 * DAY_MS);
  expect(view).toMatchObject({ badge: 'too_early', isShown: false });
  expect(view.verdict).toMatchObject({ reason: 'few_holdout_buyers', have: 0, need: 100 });
  expect(outlook).toMatchObject({ horizonDays: 30 });
  expect(outlook?.visibleLift).toBeGreaterThan(0);
  expect(outlook?.customersNeeded).toBeGreaterThan(0);
  expect(outlook?.expectedAt).toBeGreaterThan(MONDAY + 90 * DAY_MS);
});

it('within the first days there is no outlook either', async () => {
  expect((await lift(better, MONDAY + 2 * DAY_MS)).outlook).toBeNull();
});

it('with 100 held-out buyers whose 90 days are full the lift is shown, with intervals that hold the estimates', async () => {
  const { view, outlook } = await lift(better, MONDAY + 130 * DAY_MS);
  expect(outlook).toBeNull();
  expect(view).toMatchObject({ badge: 'likely_real', isShown: true });
  expect(view.rows.map(({ metric, kind }) => [metric, kind])).toEqual([
    ['orderValue', 'measured'],
    ['revenuePerCustomer', 'measured'],
    ['cappedRevenuePerCustomer', 'measured'],
    ['laterOrderValue', 'measured'],
    ['repeatRate', 'measured'],
    ['offerBought', 'not_enough'], // nothing was offered
  ]);
  for (const row of view.rows) {
    if (row.kind !== 'measured') continue;
    if (!row.lift) throw new Error(`${row.metric} has no lift`);
    expect(row.difference).toBeCloseTo(row.emailed - row.heldOut, 9);
    expect(row.lift.interval.low).toBeLessThan(row.lift.estimate);
    expect(row.lift.interval.high).toBeGreaterThan(row.lift.estimate);
  }
});

it('groups off their shares hide every line of the lift', async () => {
  const uneven = byTime([...units('treatment', 1700, 2, 9000), ...units('holdout', 600, 3, 5000)]);
  expect((await lift(uneven, MONDAY + 130 * DAY_MS)).view).toMatchObject({
    badge: 'check_split',
    isShown: false,
    rows: [],
  });
});

it('customers whose 90 days ended before the period are left out of it', async () => {
  const asOf = MONDAY + 130 * DAY_MS;
  const { view } = await lift(better, asOf, MONDAY + 95 * DAY_MS);
  expect(view.enrolled.treatment).toBe(1700 - (5 * 96 + 1));
});

it('a shop that sent nothing has words to show and no rates', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1, { arm: 'holdout' });
  await store.exitEnrolments(shopId, buyer(1).customerId, 'cancelled', MONDAY);
  const report = await loadReport(
    { store },
    { shopId, period: 'all', segment: null, model: 'last_touch', now: MONDAY + DAY_MS },
  );
  expect(report).toMatchObject({ sent: 0, unsubscribed: null, attributed: { perEmailMinor: null } });
  expect(report?.touches.map(({ delivered, opened, clicked }) => [delivered, opened, clicked])).toEqual([
    [null, null, null],
    [null, null, null],
    [null, null, null],
  ]);
});

it('the file carries the figures of the screen and leaves unknown ones empty', async () => {
  const shopId = await installShop(store);
  const report = await loadReport(
    { store },
    { shopId, period: '90', segment: '=1+1', model: 'linear', now: MONDAY + DAY_MS },
  );
  if (!report) throw new Error('no report');
  const lines = [...writeCsv(exportReport({ ...report, sent: 12, suppressed: 3 }))].join('').split('\r\n');
  expect(lines).toContain('emails sent,12,,,');
  expect(lines).toContain('emails suppressed,3,,,');
  expect(lines).toContain('people who unsubscribed,,,,sent');
  expect(lines).toContain("segment,'=1+1,,,");
  expect(lines).toContain('credit model,linear,,,');
});

it('a period that is not offered means 90 days, a model that is not known the last touch', () => {
  expect(readReportChoice(new URLSearchParams('period=7&segment='))).toEqual({
    period: '90',
    segment: null,
    model: 'last_touch',
  });
  expect(readReportChoice(new URLSearchParams('period=all&segment=repeat'))).toEqual({
    period: 'all',
    segment: 'repeat',
    model: 'last_touch',
  });
});

import { expect, it } from 'vitest';
import { DAY_MS } from '#core/shared/time';
import { describeLift } from '#flows/describe-lift';
import { exportReport } from '#flows/export-report';
import { loadReport } from '#flows/load-report';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
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
const NO_COHORTS = { horizonDays: 90, growth: [], months: [] };

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
      isOfBothArms: false,
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

async function lift(unitsOfShop: ReadonlyArray<LiftUnit>, asOf: number) {
  const shopId = await installShop(store);
  const liftTally = async (_shopId: string, slice: LiftSlice) => {
    const units = unitsOfShop.filter(({ enrolledAt }) => enrolledAt <= slice.asOf);
    return tallyUnits([{ holdoutShare: 0.15, units }], slice.asOf, slice.horizonDays);
  };
  const found = await findLift({ store: { ...store, liftTally } }, { shopId, asOf });
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

it('the lift is of everybody since the start, whatever period is chosen (C74)', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  const enrolledIn = async (period: '30' | 'all') => {
    const choice = { period, segment: null, model: 'last_touch' } as const;
    const report = await loadReport({ store }, { shopId, ...choice, now: MONDAY + 300 * DAY_MS });
    return report?.lift.enrolled;
  };
  expect(await enrolledIn('30')).toEqual({ treatment: 1, holdout: 0 });
  expect(await enrolledIn('30')).toEqual(await enrolledIn('all'));
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
  const lines = [...writeCsv(exportReport({ ...report, sent: 12, suppressed: 3 }, NO_COHORTS))]
    .join('')
    .split('\r\n');
  expect(lines).toContain('emails sent,12,,,');
  expect(lines).toContain('emails suppressed,3,,,');
  expect(lines).toContain('people who unsubscribed,,,,sent');
  expect(lines).toContain("segment,'=1+1,,,");
  expect(lines).toContain('credit model,linear,,,');
});

it('a touch has its revenue per email, and all touches together theirs, of the emails that were sent', async () => {
  const shopId = await installShop(store);
  const tally = { delivered: 90, opened: 0, machineOnly: 0, clicked: 20, bought: 5 };
  const money = { revenueMinor: 5_000, revenueSquares: 5 * 1_000 ** 2 };
  const touchTallies = async () => [
    { touchNumber: 1 as const, sent: 100, priced: 100, paid: 5, ...tally, ...money },
    {
      touchNumber: 3 as const,
      sent: 50,
      priced: 50,
      paid: 0,
      ...tally,
      bought: 0,
      revenueMinor: 0,
      revenueSquares: 0,
    },
  ];
  const subscriptionCounts = async () => ({ firstPurchases: 40, subscriptions: 4, notKept: 2 });
  const hasDeliveryReports = async () => true;
  const report = await loadReport(
    { store: { ...store, touchTallies, subscriptionCounts, hasDeliveryReports } },
    { shopId, period: '90', segment: null, model: 'last_touch', now: MONDAY + DAY_MS },
  );
  if (!report) throw new Error('no report');
  expect(report.touches.map(({ revenuePerEmail }) => revenuePerEmail?.meanMinor ?? null)).toEqual([
    50,
    null,
    0,
  ]);
  expect(report.touches[0]?.revenuePerEmail?.interval?.low).toBeLessThan(50);
  expect(report.totals.revenuePerEmail?.meanMinor).toBeCloseTo(5_000 / 150, 9);
  expect(report.totals.bought).toMatchObject({ count: 5, rate: 5 / 180 });
  expect(report.totals).toMatchObject({ firstPurchases: 40, firstPurchasesNotKept: 2 });
  expect(report.totals.subscribed?.rate).toBe(0.1);
  expect(report.totals.subscribed?.interval.low).toBeCloseTo(0.0396, 4); // Wilson, 4 of 40
  expect(report.totals.subscribed?.interval.high).toBeCloseTo(0.2305, 4);
  const lines = [...writeCsv(exportReport(report, NO_COHORTS))].join('').split('\r\n');
  const line = (figure: string) => lines.find((each) => each.startsWith(`${figure},`));
  expect(line('touch 1 revenue per email')).toMatch(/^touch 1 revenue per email,50,\d+\.\d+,\d+\.\d+,sent$/);
  expect(line('touch 2 revenue per email')).toBe('touch 2 revenue per email,,,,sent');
  expect(line('touch 1 bought after a click share')).toMatch(/^[^,]+,0\.25,[\d.]+,[\d.]+,clicked$/);
  expect(line('first purchases of what runs out')).toBe('first purchases of what runs out,40,,,');
  expect(line('subscribed by touch 3 share')).toMatch(
    /,0\.1,[\d.]+,[\d.]+,first purchases of what runs out$/,
  );
});

it('money per e-mail is of e-mails about an order in the shop’s currency; what is left out is told (C75, C78)', async () => {
  const shopId = await installShop(store);
  const tally = { delivered: 90, opened: 0, machineOnly: 0, clicked: 20, bought: 9 };
  const money = { priced: 40, paid: 5, revenueMinor: 5_000, revenueSquares: 5 * 1_000 ** 2 };
  const stubbed = {
    ...store,
    touchTallies: async () => [{ touchNumber: 1 as const, sent: 100, ...tally, ...money }],
    creditedInOtherCurrency: async () => 4,
    otherCurrencies: async () => [{ currency: 'JPY', orders: 12, customers: 7, lastAt: MONDAY }],
    reachedHeldOut: async () => 3,
    liftTally: async (_shopId: string, { asOf, horizonDays }: LiftSlice) => {
      const ofBoth = units('treatment', 2, 1, 0).map((unit) => ({ ...unit, isOfBothArms: true }));
      return tallyUnits([{ holdoutShare: 0.15, units: ofBoth }], asOf, horizonDays);
    },
  };
  const choice = { period: '90', segment: null, model: 'last_touch' } as const;
  const load = async (of: typeof store) =>
    loadReport({ store: of }, { shopId, ...choice, now: MONDAY + DAY_MS });
  const [report, plain] = [await load(stubbed), await load(store)];
  if (!report || !plain) throw new Error('no report');
  expect(report.touches[0]?.revenuePerEmail?.meanMinor).toBe(125);
  expect(report.totals).toMatchObject({ bought: { count: 9 }, revenuePerEmail: { meanMinor: 125 } });
  expect(report.attributed.perEmailMinor).toBe(125);
  expect(report.inOtherCurrency).toEqual({ orders: 4, emails: 60 });
  const lines = [...writeCsv(exportReport(report, NO_COHORTS))].join('').split('\r\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      '"customers of both groups, left out",2,,,',
      '"customers held out, finished, reached by an email",3,,,"customers held out, finished"',
      '"orders in JPY, left out of the lift",12,,,',
      '"customers whose first order was in JPY, left out of the lift",7,,,',
      '"attributed orders in another currency, left out",4,,,',
    ]),
  );
  const ofPlain = [...writeCsv(exportReport(plain, NO_COHORTS))].join('');
  expect(ofPlain).toContain('"customers held out, finished, reached by an email",0,');
  expect(ofPlain).not.toContain('left out of the lift');
});

it('subscriptions of no first purchase are unknown and not zero', async () => {
  const shopId = await installShop(store);
  const report = await loadReport(
    { store },
    { shopId, period: '90', segment: null, model: 'last_touch', now: MONDAY + DAY_MS },
  );
  expect(report?.totals).toMatchObject({ subscribed: null, firstPurchases: 0, revenuePerEmail: null });
});

it('an edited benchmark is the merchant’s, in the report and in its file; the others stay the published ones', async () => {
  const shopId = await installShop(store);
  const { benchmarks } = DEFAULT_SETTINGS;
  const openedOne = { lowPercent: 20, highPercent: 30 };
  const edited = { ...DEFAULT_SETTINGS, benchmarks: { ...benchmarks, openedOne } };
  await store.saveSettings(shopId, edited, 'Ada', MONDAY);
  const report = await loadReport(
    { store },
    { shopId, period: '90', segment: null, model: 'last_touch', now: MONDAY + DAY_MS },
  );
  if (!report) throw new Error('no report');
  expect(report.benchmarks.shares.openedOne).toEqual({ range: { low: 0.2, high: 0.3 }, isPublished: false });
  expect(report.benchmarks.shares.openedTwo).toEqual({ range: { low: 0.4, high: 0.55 }, isPublished: true });
  const lines = [...writeCsv(exportReport(report, NO_COHORTS))].join('').split('\r\n');
  expect(lines).toContain('own benchmark openedOne,,0.2,0.3,');
  expect(lines).toContain('published benchmark openedTwo,,0.4,0.55,');
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

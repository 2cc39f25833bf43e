import { toIso } from '#core/shared/time';
import type { CohortRevenue } from '#core/lift/cohorts';
import { SHARE_BENCHMARKS, type Benchmark } from '#core/lift/published-benchmarks';
import type { RevenuePerEmail } from '#core/lift/revenue-per-email';
import type { LiftRow } from './describe-lift';
import type { CohortsView } from './load-cohorts';
import type { Report, Share, TouchView } from './load-report';
import type { Attributed } from './report-credit';

type Cell = string | number | null;

/**
 * The report as a table of one figure per line, the same figures that the screen shows. Money in minor units of the
 * named currency, shares as fractions; what is not known yet is an empty cell.
 * In: the report, its lift over time and by month. Out: headings and rows.
 */
export function exportReport(
  report: Report,
  cohorts: CohortsView,
): {
  readonly headings: ReadonlyArray<string>;
  readonly rows: ReadonlyArray<ReadonlyArray<Cell>>;
} {
  const { period, segment, from, until, currency, lift, funnel, attributed } = report;
  const rows: ReadonlyArray<ReadonlyArray<Cell>> = [
    ['period', period, null, null, null],
    ['segment', segment ?? 'all', null, null, null],
    ['from', from === null ? null : toIso(from), null, null, null],
    ['until', toIso(until), null, null, null],
    ['currency', currency, null, null, null],
    ['verdict', lift.badge, null, null, null],
    ['customers emailed', lift.enrolled.treatment, null, null, null],
    ['customers held out', lift.enrolled.holdout, null, null, null],
    ['customers emailed, finished', lift.analysed.treatment, null, null, null],
    ['customers held out, finished', lift.analysed.holdout, null, null, null],
    ['customers of both groups, left out', lift.peopleOfBothArms, null, null, null],
    [
      'customers held out, finished, reached by an email',
      lift.reachedHeldOut,
      null,
      null,
      'customers held out, finished',
    ],
    ...lift.otherCurrencies.flatMap(({ currency, orders, customers }): ReadonlyArray<ReadonlyArray<Cell>> => [
      [`orders in ${currency}, left out of the lift`, orders, null, null, null],
      [`customers whose first order was in ${currency}, left out of the lift`, customers, null, null, null],
    ]),
    ...lift.rows.flatMap((row) => liftLines(row, lift.isShown)),
    ...cohorts.growth.flatMap(({ days, revenue }) => cohortLines(`within ${days} days`, revenue)),
    ...cohorts.months.flatMap(({ startsAt, revenue }) =>
      cohortLines(`enrolled in ${toIso(startsAt).slice(0, 7)}`, revenue),
    ),
    ...report.touches.flatMap(touchLines),
    shareLine('upsell conversion', report.totals.bought, report.base, 'rate'),
    revenueLine('revenue per email', report.totals.revenuePerEmail),
    ['first purchases of what runs out', report.totals.firstPurchases, null, null, null],
    ...shareLines('subscribed by touch 3', report.totals.subscribed, 'first purchases of what runs out'),
    ...benchmarkLines(report),
    ['emails sent', report.sent, null, null, null],
    ['emails suppressed', report.suppressed, null, null, null],
    shareLine('people who unsubscribed', report.unsubscribed, report.base),
    shareLine('people who complained', report.complained, report.base),
    ...Object.entries(funnel).map(([step, count]) => [`funnel ${step}`, count, null, null, null]),
    ...creditLines(attributed),
    ['attributed orders in another currency, left out', report.inOtherCurrency.orders, null, null, null],
    ['emails to held-out customers', report.heldOutEmails, null, null, null],
  ];
  return { headings: ['figure', 'value', 'low', 'high', 'share of'], rows };
}

/** What the screen does not show is not in the file either. */
function liftLines(row: LiftRow, isShown: boolean): ReadonlyArray<ReadonlyArray<Cell>> {
  if (row.kind === 'not_enough' || !isShown)
    return [
      [`${row.metric} emailed`, null, null, null, null],
      [`${row.metric} held out`, null, null, null, null],
    ];
  const { metric, emailed, heldOut, difference, differenceInterval, lift } = row;
  return [
    [`${metric} emailed`, emailed, null, null, null],
    [`${metric} held out`, heldOut, null, null, null],
    [
      `${metric} difference`,
      difference,
      differenceInterval?.low ?? null,
      differenceInterval?.high ?? null,
      null,
    ],
    [
      `${metric} lift`,
      lift?.estimate ?? null,
      lift?.interval.low ?? null,
      lift?.interval.high ?? null,
      'held out',
    ],
  ];
}

function cohortLines(name: string, revenue: CohortRevenue): ReadonlyArray<ReadonlyArray<Cell>> {
  const measured = revenue.kind === 'measured' ? revenue : null;
  return [
    [`revenue per customer ${name} emailed`, measured?.emailed ?? null, null, null, null],
    [`revenue per customer ${name} held out`, measured?.heldOut ?? null, null, null, null],
    [
      `revenue per customer ${name} difference`,
      measured?.difference ?? null,
      measured?.interval.low ?? null,
      measured?.interval.high ?? null,
      null,
    ],
  ];
}

function touchLines(touch: TouchView): ReadonlyArray<ReadonlyArray<Cell>> {
  const name = `touch ${touch.touchNumber}`;
  const { base } = touch;
  return [
    [`${name} sent`, touch.sent, null, null, null],
    ...shareLines(`${name} delivered`, touch.delivered, 'sent'),
    ...shareLines(`${name} opened`, touch.opened, base),
    ...shareLines(`${name} clicked`, touch.clicked, base),
    ...shareLines(`${name} bought`, touch.bought, base),
    ...shareLines(`${name} bought after a click`, touch.boughtOfClicked, 'clicked'),
    revenueLine(`${name} revenue per email`, touch.revenuePerEmail),
  ];
}

/** The model that was chosen, then all of them: the total is the same for each. */
function creditLines(attributed: Attributed): ReadonlyArray<ReadonlyArray<Cell>> {
  const { model, orders, revenueMinor, touches, models, incremental } = attributed;
  return [
    ['credit model', model, null, null, null],
    ['attributed orders', orders, null, null, null],
    ['attributed revenue', revenueMinor, null, null, null],
    [
      'incremental',
      incremental?.ratio ?? null,
      incremental?.interval.low ?? null,
      incremental?.interval.high ?? null,
      'attributed',
    ],
    ...touches.flatMap(({ touchNumber, touched, revenueMinor }): ReadonlyArray<ReadonlyArray<Cell>> => [
      [`touch ${touchNumber} touched orders`, touched, null, null, null],
      [`touch ${touchNumber} attributed revenue`, revenueMinor, null, null, null],
    ]),
    ...models.flatMap((each): ReadonlyArray<ReadonlyArray<Cell>> => [
      ...each.touches.map(({ touchNumber, revenueMinor }) => [
        `${each.model} touch ${touchNumber} attributed revenue`,
        revenueMinor,
        null,
        null,
        null,
      ]),
      [`${each.model} attributed revenue`, each.revenueMinor, null, null, null],
    ]),
  ];
}

function revenueLine(figure: string, revenue: RevenuePerEmail | null): ReadonlyArray<Cell> {
  const { meanMinor = null, interval = null } = revenue ?? {};
  return [figure, meanMinor, interval?.low ?? null, interval?.high ?? null, 'sent'];
}

/** Both ends of each benchmark; a benchmark measures nothing, so that it has no value. */
function benchmarkLines({ benchmarks }: Report): ReadonlyArray<ReadonlyArray<Cell>> {
  const line = (figure: string, benchmark: Benchmark | null): ReadonlyArray<Cell> => [
    `${benchmark?.isPublished === false ? 'own' : 'published'} benchmark ${figure}`,
    null,
    benchmark?.range.low ?? null,
    benchmark?.range.high ?? null,
    null,
  ];
  return [
    ...SHARE_BENCHMARKS.map((name) => line(name, benchmarks.shares[name])),
    line('revenuePerEmail', benchmarks.revenuePerEmail),
  ];
}

function shareLines(figure: string, share: Share, of: string): ReadonlyArray<ReadonlyArray<Cell>> {
  return [[figure, share?.count ?? null, null, null, null], shareLine(`${figure} share`, share, of, 'rate')];
}

function shareLine(
  figure: string,
  share: Share,
  of: string,
  value: 'count' | 'rate' = 'count',
): ReadonlyArray<Cell> {
  return [figure, share?.[value] ?? null, share?.interval.low ?? null, share?.interval.high ?? null, of];
}

import { buildLiftReport, type LiftReport } from '#core/lift/lift-report';
import { PLANNED_LIFT } from '#core/lift/planned-lift';
import { customersNeeded } from '#core/lift/smallest-visible-effect';
import { DAY_MS, type Instant } from '#core/shared/time';
import type { LiftUnit } from './records';
import type { Tools } from './ports';

const HORIZON_DAYS = 90;
/** Windows that fill up sooner, for what can be said while the long one has not. */
const SHORTER_HORIZONS = [60, 30, 14, 7];
/** Where the always-valid interval is narrowest; GrowthBook's default. */
const PLANNED_SAMPLE = 5000;

export type LiftInput = {
  readonly shopId: string;
  readonly asOf: Instant;
  readonly from?: Instant; // customers whose 90 days ended before it are left out
  readonly segment?: string | null; // of the first enrolment
};

/** What can be said before the verdict, from the longest window that customers of both groups have finished. */
export type LiftOutlook = {
  readonly horizonDays: number;
  readonly visibleLift: number | null; // smallest lift that would show by now, as a fraction
  readonly customersNeeded: number | null; // of both groups, for PLANNED_LIFT
  readonly expectedAt: Instant | null; // when the verdict may come at the present rate
};

/**
 * The lift of a shop's running experiment, by intention to treat over 90 days.
 * In: shop, as-of instant (ms). Out: the report, or null for a shop that is not known.
 */
export async function reportLift(tools: Pick<Tools, 'store'>, input: LiftInput): Promise<LiftReport | null> {
  return (await reportLiftWithOutlook(tools, input))?.report ?? null;
}

/**
 * The same with what can be said so far while it is too early for a verdict; the outlook is null otherwise, and when no
 * window of at least seven days is full in both groups.
 */
export async function reportLiftWithOutlook(
  { store }: Pick<Tools, 'store'>,
  input: LiftInput,
): Promise<{ readonly report: LiftReport; readonly outlook: LiftOutlook | null } | null> {
  const { shopId, asOf, from, segment = null } = input;
  const shop = await store.findShop(shopId);
  if (!shop) return null;
  const [everybody, inSegment] = await Promise.all([
    store.liftUnits(shopId),
    segment === null ? null : store.ordersOfSegment(shopId, segment),
  ]);
  const firstAt = from === undefined ? -Infinity : from - HORIZON_DAYS * DAY_MS;
  const units = everybody.filter(
    ({ enrolledAt, triggerOrderId }) =>
      enrolledAt <= asOf && enrolledAt > firstAt && (inSegment?.has(triggerOrderId) ?? true),
  );
  const build = (horizonDays: number) =>
    buildLiftReport({
      units: units.map(toCore),
      holdoutShare: shop.settings.holdoutPercent / 100,
      asOf,
      currency: shop.currency,
      horizonDays,
      plannedSample: PLANNED_SAMPLE,
    });
  const report = build(HORIZON_DAYS);
  if (report.verdict.kind !== 'too_early') return { report, outlook: null };
  const reports = [HORIZON_DAYS, ...SHORTER_HORIZONS].map((days) =>
    days === HORIZON_DAYS ? report : build(days),
  );
  const telling = reports.find(
    ({ comparison }) =>
      comparison.kind === 'shown' &&
      comparison.smallestVisibleEffect.kind === 'measured' &&
      comparison.smallestVisibleEffect.relative !== null, // somebody of the held-out group bought again
  );
  return { report, outlook: telling ? lookAhead(report, telling, units) : null };
}

/** What the longest full window tells about the one that counts. Its buyers are fewer, so the date errs to the late side. */
function lookAhead(
  report: LiftReport,
  telling: LiftReport,
  units: ReadonlyArray<LiftUnit>,
): LiftOutlook | null {
  const { comparison, horizonDays, holdoutShare } = telling;
  if (comparison.kind !== 'shown' || comparison.smallestVisibleEffect.kind !== 'measured') return null;
  const revenue = comparison.revenuePerCustomer.fixed;
  const heldOut = revenue.kind === 'measured' ? revenue.arms.holdout : null;
  return {
    horizonDays,
    visibleLift: comparison.smallestVisibleEffect.relative,
    customersNeeded:
      heldOut && heldOut.estimate > 0 && heldOut.variance > 0
        ? customersNeeded({
            holdoutShare,
            relativeLift: PLANNED_LIFT,
            mean: heldOut.estimate,
            standardDeviation: Math.sqrt(heldOut.variance),
          })
        : null,
    expectedAt: expectVerdict(report, telling, units),
  };
}

function expectVerdict(
  { verdict, enrolled, daysRunning }: LiftReport,
  telling: LiftReport,
  units: ReadonlyArray<LiftUnit>,
): Instant | null {
  if (verdict.kind !== 'too_early' || verdict.reason === 'no_comparison') return null;
  const startedAt = Math.min(...units.slice(0, 1).map(({ enrolledAt }) => enrolledAt)); // they come in that order
  if (verdict.reason === 'few_days') return startedAt + verdict.need * DAY_MS;
  const buyersPerHeldOut = telling.buyers.holdout / telling.analysed.holdout;
  const heldOutPerDay = enrolled.holdout / Math.max(1, daysRunning);
  if (!(buyersPerHeldOut > 0 && heldOutPerDay > 0)) return null;
  const daysToEnrol = verdict.need / buyersPerHeldOut / heldOutPerDay;
  return startedAt + Math.ceil(daysToEnrol + HORIZON_DAYS) * DAY_MS;
}

function toCore(unit: LiftUnit) {
  return {
    ...unit,
    orders: unit.orders.map((order) => ({
      orderId: order.orderId,
      createdAt: order.confirmedAt,
      cancelledAt: null, // cancelled orders are no purchases, so none is among them
      subtotalMinor: order.valueMinor,
      refunds: [{ refundedAt: order.confirmedAt, amountMinor: order.valueMinor - order.netMinor }],
    })),
  };
}

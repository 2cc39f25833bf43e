import { HORIZONS_DAYS, type HorizonDays } from '#core/lift/horizons';
import { buildLiftReport, type LiftReport } from '#core/lift/lift-report';
import type { PerArm } from '#core/lift/per-arm';
import { PERMUTED_BELOW_BUYERS, permuteOrderValue } from '#core/lift/permutation-test';
import { PLANNED_LIFT } from '#core/lift/planned-lift';
import { customersNeeded } from '#core/lift/smallest-visible-effect';
import { DAY_MS, type Instant } from '#core/shared/time';
import { seededDraws } from '#core/shared/seeded-draws';
import { keepOutcomes } from './keep-outcomes';
import type { Tools } from './ports';
import type { LiftSlice, OtherCurrency } from './ports/lift-store';
import type { Shop } from './records';

const [HORIZON_DAYS] = HORIZONS_DAYS;
/** Where the always-valid interval is narrowest; GrowthBook's default. */
export const PLANNED_SAMPLE = 5000;
/** Whoever looks at the same data twice reads the same p-value. */
const SEED = 20_260_101;

export type LiftInput = {
  readonly shopId: string;
  readonly asOf: Instant;
  readonly segment?: string | null; // of the first enrolment
};

/** What can be said before the verdict, from the longest window that customers of both groups have finished. */
export type LiftOutlook = {
  readonly horizonDays: number;
  readonly visibleLift: number | null; // smallest lift that would show by now, as a fraction
  readonly customersNeeded: number | null; // of both groups, for PLANNED_LIFT
  readonly expectedAt: Instant | null; // when the verdict may come at the present rate
};

export type LiftFindings = {
  readonly report: LiftReport;
  readonly shorter: ReadonlyArray<LiftReport>; // windows that fill up sooner, while the long one tells too little
  readonly outlook: LiftOutlook | null; // null: there is a verdict, or nothing can be said yet
  readonly orderValuePValue: number | null; // by permutation, while the holdout has few buyers
  readonly peopleOfBothArms: number; // left out
  readonly otherCurrencies: ReadonlyArray<OtherCurrency>; // left out
  readonly reachedHeldOut: number; // of those analysed; they stay in their arm
};

/**
 * The lift of a shop's experiment, by intention to treat over 90 days, of everybody since its start: an interval that
 * holds however often somebody looks does so only while customers are added and none leaves.
 * In: shop, as-of instant (ms). Out: the report, or null for a shop that is not known.
 */
export async function reportLift(
  { store }: Pick<Tools, 'store'>,
  input: LiftInput,
): Promise<LiftReport | null> {
  const shop = await store.findShop(input.shopId);
  if (!shop) return null;
  await keepOutcomes({ store }, input);
  return (await buildReport({ store }, shop, sliceOf(input, HORIZON_DAYS))).report;
}

/** The same with all that goes beside it: what can be said while it is too early, and what is left out. */
export async function findLift(
  { store }: Pick<Tools, 'store'>,
  input: LiftInput,
): Promise<LiftFindings | null> {
  const { shopId } = input;
  const shop = await store.findShop(shopId);
  if (!shop) return null;
  await keepOutcomes({ store }, { shopId });

  const build = (horizonDays: HorizonDays) => buildReport({ store }, shop, sliceOf(input, horizonDays));
  const { report, startedAt } = await build(HORIZON_DAYS);
  const isEarly = report.verdict.kind === 'too_early';
  const [otherCurrencies, reachedHeldOut, buyers, shorter] = await Promise.all([
    store.otherCurrencies(shopId),
    store.reachedHeldOut(shopId, sliceOf(input, HORIZON_DAYS)),
    report.buyers.holdout < PERMUTED_BELOW_BUYERS
      ? store.laterBuyers(shopId, sliceOf(input, HORIZON_DAYS))
      : null,
    Promise.all(isEarly ? HORIZONS_DAYS.slice(1).map(async (days) => (await build(days)).report) : []),
  ]);
  const telling = [report, ...shorter].find(isTelling);
  return {
    report,
    shorter,
    outlook: isEarly && telling ? lookAhead(report, telling, startedAt) : null,
    orderValuePValue: buyers && permuteOrderValue(buyers, seededDraws(SEED)),
    peopleOfBothArms: countBoth(report.drawn) - countBoth(report.enrolled),
    otherCurrencies,
    reachedHeldOut,
  };
}

const countBoth = ({ treatment, holdout }: PerArm<number>): number => treatment + holdout;

function sliceOf({ asOf, segment = null }: LiftInput, horizonDays: HorizonDays): LiftSlice {
  return { horizonDays, asOf, segment };
}

async function buildReport({ store }: Pick<Tools, 'store'>, shop: Shop, slice: LiftSlice) {
  const tally = await store.liftTally(shop.shopId, slice);
  const report = buildLiftReport({
    tally,
    holdoutShare: shop.settings.holdoutPercent / 100,
    asOf: slice.asOf,
    currency: shop.currency,
    horizonDays: slice.horizonDays,
    plannedSample: PLANNED_SAMPLE,
  });
  return { report, startedAt: tally.startedAt };
}

/** Somebody of the held-out group bought again, so that a smallest visible lift can be named. */
function isTelling({ comparison }: LiftReport): boolean {
  return (
    comparison.kind === 'shown' &&
    comparison.smallestVisibleEffect.kind === 'measured' &&
    comparison.smallestVisibleEffect.relative !== null
  );
}

/** What the longest full window tells about the one that counts. Its buyers are fewer, so the date errs to the late side. */
function lookAhead(report: LiftReport, telling: LiftReport, startedAt: Instant | null): LiftOutlook | null {
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
    expectedAt: startedAt === null ? null : expectVerdict(report, telling, startedAt),
  };
}

function expectVerdict(
  { verdict, enrolled, daysRunning }: LiftReport,
  telling: LiftReport,
  startedAt: Instant,
): Instant | null {
  if (verdict.kind !== 'too_early' || verdict.reason === 'no_comparison') return null;
  if (verdict.reason === 'few_days') return startedAt + verdict.need * DAY_MS;
  const buyersPerHeldOut = telling.buyers.holdout / telling.analysed.holdout;
  const heldOutPerDay = enrolled.holdout / Math.max(1, daysRunning);
  if (!(buyersPerHeldOut > 0 && heldOutPerDay > 0)) return null;
  const daysToEnrol = verdict.need / buyersPerHeldOut / heldOutPerDay;
  return startedAt + Math.ceil(daysToEnrol + HORIZON_DAYS) * DAY_MS;
}

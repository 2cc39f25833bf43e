import type { RevenueFactors } from '#core/lift/decompose-revenue';
import { SECONDARY_METRICS, type MetricComparison, type SecondaryMetric } from '#core/lift/compare-arms';
import type { LiftReport } from '#core/lift/lift-report';
import type { NotEnough } from '#core/lift/not-enough';
import type { Interval, PerArm } from '#core/lift/per-arm';
import type { RelativeLift } from '#core/lift/relative-lift';
import type { SequentialLift } from '#core/lift/sequential-interval';
import type { Verdict } from '#core/lift/verdict';
import type { OtherCurrency } from './ports/lift-store';
import type { LiftFindings } from './report-lift';

export type LiftMetric =
  | 'orderValue'
  | 'revenuePerCustomer'
  | 'cappedRevenuePerCustomer'
  | 'laterOrderValue'
  | 'repeatRate'
  | 'offerBought';

/** One line of the report. Money in minor units (means, so not whole), rates and lifts as fractions. */
export type LiftRow =
  | {
      readonly kind: 'measured';
      readonly metric: LiftMetric;
      readonly isRate: boolean;
      readonly emailed: number;
      readonly heldOut: number;
      readonly difference: number;
      readonly differenceInterval: Interval | null; // always valid; null where only the lift has one
      readonly lift: { readonly estimate: number; readonly interval: Interval } | null; // always valid
    }
  | { readonly kind: 'not_enough'; readonly metric: LiftMetric };

export type LiftBadge = 'too_early' | 'not_conclusive' | 'likely_real' | 'likely_negative' | 'check_split';

/** The verdict over a number of days, for those who have finished them. */
export type HorizonView = {
  readonly horizonDays: number;
  readonly badge: LiftBadge;
  readonly verdict: Verdict;
  readonly analysed: PerArm<number>;
  /** Whether a lift may be shown: there is a comparison, and it is not too early. */
  readonly isShown: boolean;
  readonly revenue: LiftRow | null; // null: the groups are off their shares
};

/** What a screen says about the lift; both screens that do say the same. */
export type LiftView = Omit<HorizonView, 'revenue'> & {
  readonly drawn: PerArm<number>; // who is of both arms included
  readonly enrolled: PerArm<number>;
  readonly holdoutShare: number;
  readonly periods: number;
  readonly daysRunning: number;
  readonly rows: ReadonlyArray<LiftRow>; // none when the groups are off their shares
  readonly shorter: ReadonlyArray<HorizonView>;
  readonly factors: PerArm<RevenueFactors> | null;
  readonly capMinor: number | null; // above which revenue is cut in cappedRevenuePerCustomer
  readonly orderValuePValue: number | null; // of later orders, by permutation, for a single look
  readonly peopleOfBothArms: number;
  readonly otherCurrencies: ReadonlyArray<OtherCurrency>; // left out
  readonly reachedHeldOut: number; // of analysed.holdout
  readonly beyondChance: ReadonlyArray<SecondaryMetric>; // after Holm
  readonly isOrderValueFallingWhileRevenueRises: boolean;
};

const BADGES: Readonly<Record<Verdict['kind'], LiftBadge>> = {
  sample_ratio_mismatch: 'check_split',
  too_early: 'too_early',
  no_effect_visible: 'not_conclusive',
  lift: 'likely_real',
  harm: 'likely_negative',
};

/** Puts the findings into the lines that screens and exports show. In: the findings. Out: lines, R55's first. */
export function describeLift(findings: LiftFindings): LiftView {
  const { report, shorter, orderValuePValue, peopleOfBothArms, otherCurrencies, reachedHeldOut } = findings;
  const { comparison } = report;
  const { horizonDays, badge, verdict, analysed, isShown } = describeHorizon(report);
  const isCompared = comparison.kind === 'shown';
  return {
    horizonDays,
    badge,
    verdict,
    analysed,
    isShown,
    drawn: report.drawn,
    enrolled: report.enrolled,
    holdoutShare: report.holdoutShare,
    periods: report.periods,
    daysRunning: report.daysRunning,
    isOrderValueFallingWhileRevenueRises: isCompared && comparison.isOrderValueFallingWhileRevenueRises,
    rows: isCompared
      ? [
          describeMetric('orderValue', comparison.orderValue),
          describeMetric('revenuePerCustomer', comparison.revenuePerCustomer),
          describeMetric('cappedRevenuePerCustomer', comparison.cappedRevenuePerCustomer),
          describeMetric('laterOrderValue', comparison.laterOrderValue),
          describeMetric('repeatRate', comparison.repeatRate),
          describeMetric('offerBought', comparison.offerBought),
        ]
      : [],
    shorter: shorter.map(describeHorizon),
    factors: isCompared && isShown ? comparison.factors : null,
    capMinor: report.revenueCap.capMinor,
    orderValuePValue: isShown ? orderValuePValue : null,
    peopleOfBothArms,
    otherCurrencies,
    reachedHeldOut,
    beyondChance:
      isCompared && isShown
        ? SECONDARY_METRICS.filter((metric) => (comparison.secondaryPValues[metric] ?? 1) < 0.05)
        : [],
  };
}

function describeHorizon({ comparison, verdict, analysed, horizonDays }: LiftReport): HorizonView {
  const isCompared = comparison.kind === 'shown';
  return {
    horizonDays,
    badge: BADGES[verdict.kind],
    verdict,
    analysed,
    isShown: isCompared && verdict.kind !== 'too_early',
    revenue: isCompared ? describeMetric('revenuePerCustomer', comparison.revenuePerCustomer) : null,
  };
}

type OfArm = { readonly estimate: number } | { readonly rate: number };
type Measured =
  | {
      readonly kind: 'measured';
      readonly arms: PerArm<OfArm>;
      readonly difference: { readonly difference: number };
      readonly relativeLift: RelativeLift;
    }
  | NotEnough;

function describeMetric(
  metric: LiftMetric,
  { fixed, sequential, sequentialDifference }: MetricComparison<Measured>,
): LiftRow {
  if (fixed.kind === 'not_enough') return { kind: 'not_enough', metric };
  const { treatment, holdout } = fixed.arms;
  return {
    kind: 'measured',
    metric,
    isRate: 'rate' in treatment,
    emailed: valueOf(treatment),
    heldOut: valueOf(holdout),
    difference: fixed.difference.difference,
    differenceInterval: sequentialDifference?.interval ?? null,
    lift: liftOf(fixed.relativeLift, sequential),
  };
}

function valueOf(arm: OfArm): number {
  return 'rate' in arm ? arm.rate : arm.estimate;
}

function liftOf(
  relative: RelativeLift,
  sequential: SequentialLift | NotEnough,
): { readonly estimate: number; readonly interval: Interval } | null {
  if (relative.kind !== 'measured' || sequential.kind !== 'measured') return null;
  return { estimate: relative.lift, interval: sequential.interval };
}

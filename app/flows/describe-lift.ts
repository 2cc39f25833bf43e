import type { LiftReport } from '#core/lift/lift-report';
import type { Interval, PerArm } from '#core/lift/per-arm';
import { sequentialInterval, type SequentialLift } from '#core/lift/sequential-interval';
import type { RelativeLift } from '#core/lift/relative-lift';
import type { NotEnough } from '#core/lift/not-enough';
import type { Verdict } from '#core/lift/verdict';

export type LiftMetric = 'orderValue' | 'revenuePerCustomer' | 'repeatRate';

/** One line of the report. Money in minor units (means, so not whole), rates and lifts as fractions. */
export type LiftRow =
  | {
      readonly kind: 'measured';
      readonly metric: LiftMetric;
      readonly emailed: number;
      readonly heldOut: number;
      readonly difference: number;
      readonly differenceInterval: Interval | null; // always valid; null where only the lift has one
      readonly lift: { readonly estimate: number; readonly interval: Interval } | null; // always valid
    }
  | { readonly kind: 'not_enough'; readonly metric: LiftMetric };

export type LiftBadge = 'too_early' | 'not_conclusive' | 'likely_real' | 'likely_negative' | 'check_split';

/** What a screen says about the lift; both screens that do say the same. */
export type LiftView = {
  readonly badge: LiftBadge;
  readonly verdict: Verdict;
  readonly enrolled: PerArm<number>;
  readonly analysed: PerArm<number>;
  readonly holdoutShare: number;
  readonly horizonDays: number;
  readonly daysRunning: number;
  /** Whether a lift may be shown: there is a comparison, and it is not too early. */
  readonly isShown: boolean;
  readonly rows: ReadonlyArray<LiftRow>; // none when the groups are off their shares
  readonly isOrderValueFallingWhileRevenueRises: boolean;
};

const BADGES: Readonly<Record<Verdict['kind'], LiftBadge>> = {
  sample_ratio_mismatch: 'check_split',
  too_early: 'too_early',
  no_effect_visible: 'not_conclusive',
  lift: 'likely_real',
  harm: 'likely_negative',
};

/** Puts a lift report into the lines that screens and exports show. In: the report. Out: lines, R55's first. */
export function describeLift(report: LiftReport): LiftView {
  const { comparison, verdict, plannedSample, analysed } = report;
  const n = analysed.treatment + analysed.holdout;
  return {
    badge: BADGES[verdict.kind],
    verdict,
    enrolled: report.enrolled,
    analysed,
    holdoutShare: report.holdoutShare,
    horizonDays: report.horizonDays,
    daysRunning: report.daysRunning,
    isShown: comparison.kind === 'shown' && verdict.kind !== 'too_early',
    isOrderValueFallingWhileRevenueRises:
      comparison.kind === 'shown' && comparison.isOrderValueFallingWhileRevenueRises,
    rows:
      comparison.kind === 'hidden'
        ? []
        : [
            describeMoney('orderValue', comparison.orderValue, n, plannedSample),
            describeMoney('revenuePerCustomer', comparison.revenuePerCustomer, n, plannedSample),
            describeRate(comparison.repeatRate),
          ],
  };
}

type Estimated = { readonly estimate: number };
type Money =
  | {
      readonly kind: 'measured';
      readonly arms: PerArm<Estimated>;
      readonly difference: { readonly difference: number; readonly standardError: number };
      readonly relativeLift: RelativeLift;
    }
  | NotEnough;

function describeMoney(
  metric: LiftMetric,
  { fixed, sequential }: { readonly fixed: Money; readonly sequential: SequentialLift | NotEnough },
  n: number,
  plannedSample: number,
): LiftRow {
  if (fixed.kind === 'not_enough') return { kind: 'not_enough', metric };
  const { difference, standardError } = fixed.difference;
  return {
    kind: 'measured',
    metric,
    emailed: fixed.arms.treatment.estimate,
    heldOut: fixed.arms.holdout.estimate,
    difference,
    differenceInterval: sequentialInterval({ estimate: difference, standardError, n, plannedSample })
      .interval,
    lift: liftOf(fixed.relativeLift, sequential),
  };
}

function describeRate({
  fixed,
  sequential,
}: {
  readonly fixed:
    | {
        readonly kind: 'measured';
        readonly arms: PerArm<{ readonly rate: number }>;
        readonly difference: { readonly difference: number };
        readonly relativeLift: RelativeLift;
      }
    | NotEnough;
  readonly sequential: SequentialLift | NotEnough;
}): LiftRow {
  if (fixed.kind === 'not_enough') return { kind: 'not_enough', metric: 'repeatRate' };
  return {
    kind: 'measured',
    metric: 'repeatRate',
    emailed: fixed.arms.treatment.rate,
    heldOut: fixed.arms.holdout.rate,
    difference: fixed.difference.difference,
    differenceInterval: null,
    lift: liftOf(fixed.relativeLift, sequential),
  };
}

function liftOf(
  relative: RelativeLift,
  sequential: SequentialLift | NotEnough,
): { readonly estimate: number; readonly interval: Interval } | null {
  if (relative.kind !== 'measured' || sequential.kind !== 'measured') return null;
  return { estimate: relative.lift, interval: sequential.interval };
}

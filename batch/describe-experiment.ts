import { compareAverageOrderValue } from '#core/lift/average-order-value';
import { momentsOf, type Observation } from '#core/lift/moments';
import type { Interval, PerArm } from '#core/lift/per-arm';
import { PERMUTED_BELOW_BUYERS, permuteOrderValue } from '#core/lift/permutation-test';
import type { RelativeLift } from '#core/lift/relative-lift';
import { compareRepeatRate } from '#core/lift/repeat-rate';
import { compareRevenuePerCustomer } from '#core/lift/revenue-per-customer';
import { testSampleRatio } from '#core/lift/sample-ratio';
import { sequentialInterval, sequentialLift } from '#core/lift/sequential-interval';
import { judgeLift } from '#core/lift/verdict';
import { findRevenueCap } from '#core/lift/winsorise';

type Observations = PerArm<ReadonlyArray<Observation>>;

/**
 * All figures of one experiment, in the names and units that the file uses: money in minor units, the rest fractions;
 * null where the data give no figure. Only the verdict is withheld while they are thin.
 * In: y revenue and x orders of every customer, alpha (fraction), planned sample in customers, holdout share (fraction), a stream of chance.
 */
export function describeExperiment(
  arms: Observations,
  options: {
    readonly alpha: number;
    readonly plannedSample: number;
    readonly holdoutShare: number;
    readonly draw: () => number;
  },
) {
  const { alpha, plannedSample, holdoutShare, draw } = options;
  const moments = { treatment: momentsOf(arms.treatment), holdout: momentsOf(arms.holdout) };
  const customers = { treatment: arms.treatment.length, holdout: arms.holdout.length };
  const buyers = { treatment: buyersOf(arms.treatment), holdout: buyersOf(arms.holdout) };
  const n = customers.treatment + customers.holdout;

  const revenue = compareRevenuePerCustomer([moments], alpha);
  const orderValue = compareAverageOrderValue([moments], alpha);
  const repeat = compareRepeatRate(
    [
      {
        treatment: { buyers: buyers.treatment.length, customers: customers.treatment },
        holdout: { buyers: buyers.holdout.length, customers: customers.holdout },
      },
    ],
    alpha,
  );
  const sampleRatio = testSampleRatio(customers, holdoutShare);
  const sequential =
    revenue.kind === 'measured'
      ? sequentialInterval({
          estimate: revenue.difference.difference,
          standardError: revenue.difference.standardError,
          n,
          plannedSample,
          alpha,
        })
      : null;
  const verdict = judgeLift({
    sampleRatio,
    holdoutBuyers: buyers.holdout.length,
    daysRunning: null,
    lift:
      revenue.kind === 'measured' ? sequentialLift(revenue.relativeLift, n, plannedSample, alpha) : revenue,
    difference: sequential?.interval ?? null,
    holdoutRevenue: revenue.kind === 'measured' ? revenue.arms.holdout.estimate : 0,
  });
  const isFew = buyers.holdout.length < PERMUTED_BELOW_BUYERS;
  const permuted = isFew ? permuteOrderValue([buyers], draw) : null;
  const measured = revenue.kind === 'measured' ? revenue : null;
  const valued = orderValue.kind === 'measured' ? orderValue : null;
  return {
    holdout: totals(moments.holdout, buyers.holdout.length),
    treatment: totals(moments.treatment, buyers.treatment.length),
    rpc: {
      difference_minor: measured?.difference.difference ?? null,
      standard_error_minor: measured?.difference.standardError ?? null,
      degrees_of_freedom: measured?.difference.degreesOfFreedom ?? null,
      p_value: measured?.difference.pValue ?? null,
      interval_minor: pair(measured?.difference.interval),
      ...relativeOf(measured?.relativeLift),
    },
    aov: {
      holdout_minor: orderValueOf(moments.holdout),
      treatment_minor: orderValueOf(moments.treatment),
      ...relativeOf(valued?.relativeLift),
      fieller_g: valued && 'fiellerG' in valued.relativeLift ? valued.relativeLift.fiellerG : null,
      determined: valued?.relativeLift.kind === 'measured',
    },
    repeat: {
      difference: repeat.kind === 'measured' ? repeat.difference.difference : null,
      interval: repeat.kind === 'measured' ? pair(repeat.difference.interval) : null,
      p_value: repeat.kind === 'measured' ? repeat.difference.pValue : null,
    },
    sample_ratio: {
      p_value: sampleRatio.kind === 'measured' ? sampleRatio.pValue : null,
      method: sampleRatio.kind === 'measured' ? sampleRatio.method : null,
    },
    sequential: { interval_minor: pair(sequential?.interval), p_value: sequential?.pValue ?? null },
    permutation: permuted === null ? null : { p_value: permuted },
    winsorised: winsorise(arms),
    verdict: verdict.kind,
  };
}

function buyersOf(customers: ReadonlyArray<Observation>): ReadonlyArray<Observation> {
  return customers.filter(({ x }) => x > 0);
}

function totals({ n, sumX, sumY }: ReturnType<typeof momentsOf>, buyers: number) {
  return { customers: n, buyers, orders: sumX, revenue_minor: sumY };
}

function orderValueOf({ sumX, sumY }: ReturnType<typeof momentsOf>): number | null {
  return sumX > 0 ? sumY / sumX : null;
}

function relativeOf(lift: RelativeLift | undefined) {
  const figures = lift?.kind === 'measured' ? lift : lift && 'unguarded' in lift ? lift.unguarded : null;
  return { relative_lift: figures?.lift ?? null, relative_interval: pair(figures?.interval) };
}

function winsorise(arms: Observations) {
  const cap = findRevenueCap([...arms.treatment, ...arms.holdout].map(({ y }) => y));
  if (cap === null) return { cap_minor: null, difference_minor: null };
  const cut = (customers: ReadonlyArray<Observation>) =>
    momentsOf(customers.map(({ y, x }) => ({ y: Math.min(y, cap), x })));
  const revenue = compareRevenuePerCustomer([{ treatment: cut(arms.treatment), holdout: cut(arms.holdout) }]);
  return {
    cap_minor: cap,
    difference_minor: revenue.kind === 'measured' ? revenue.difference.difference : null,
  };
}

function pair(interval: Interval | undefined): readonly [number, number] | null {
  return interval ? [interval.low, interval.high] : null;
}

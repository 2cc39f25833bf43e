import { DAY_MS, type Instant } from '../shared/time';
import { compareArms, type ArmsComparison } from './compare-arms';
import type { LiftTally } from './lift-tally';
import type { PerArm } from './per-arm';
import { testPeriods, type SampleRatio } from './sample-ratio';
import { countCustomers } from './strata';
import { judgeLift, type Verdict } from './verdict';

/** Every figure about lift on one date. Money in minor units of `currency`, shares and lifts as fractions. */
export type LiftReport = {
  readonly asOf: Instant;
  readonly currency: string;
  readonly horizonDays: number;
  readonly holdoutShare: number; // of the running experiment period
  readonly periods: number; // experiment periods with customers in them, each with its own share
  readonly plannedSample: number;
  readonly daysRunning: number; // whole days since the first enrolment
  readonly drawn: PerArm<number>; // at the first decision; what the sample ratio is of
  readonly enrolled: PerArm<number>; // those who stay in the analysis
  readonly analysed: PerArm<number>; // those whose window is full
  readonly buyers: PerArm<number>; // analysed customers who bought again
  readonly revenueCap: { readonly capMinor: number | null; readonly customers: PerArm<number> };
  readonly sampleRatio: SampleRatio;
  readonly comparison: ArmsComparison | { readonly kind: 'hidden'; readonly reason: 'sample_ratio_mismatch' };
  readonly verdict: Verdict;
};

/**
 * The lift of the treatment over the holdout, by intention to treat, each experiment period compared within itself.
 * In: the tally of a horizon in days (7, 14, 30, 60 or 90) on a date; the holdout share of today (fraction); planned
 * sample in customers.
 * Throws on a share outside 0..1 and on a planned sample that is not positive.
 */
export function buildLiftReport(input: {
  readonly tally: LiftTally;
  readonly holdoutShare: number;
  readonly asOf: Instant;
  readonly currency: string;
  readonly horizonDays: number;
  readonly plannedSample: number;
}): LiftReport {
  const { tally, holdoutShare, asOf, currency, horizonDays, plannedSample } = input;
  const strata = tally.periods.map(({ arms }) => arms);
  const buyers = countCustomers(strata, (arm) => arm.buyers);
  const sampleRatio = testPeriods(tally.periods);
  const comparison = compareArms(strata, plannedSample);
  const daysRunning = Math.floor((asOf - (tally.startedAt ?? asOf)) / DAY_MS);
  const { fixed, sequential, sequentialDifference } = comparison.revenuePerCustomer;
  const verdict = judgeLift({
    sampleRatio,
    holdoutBuyers: buyers.holdout,
    daysRunning,
    lift: sequential,
    difference: sequentialDifference?.interval ?? null,
    holdoutRevenue: fixed.kind === 'measured' ? fixed.arms.holdout.estimate : 0,
  });
  return {
    asOf,
    currency,
    horizonDays,
    holdoutShare,
    periods: tally.periods.filter(({ enrolled }) => enrolled.treatment + enrolled.holdout > 0).length,
    plannedSample,
    daysRunning,
    drawn: countCustomers(
      tally.periods.map(({ drawn }) => drawn),
      (customers) => customers,
    ),
    enrolled: countCustomers(
      tally.periods.map(({ enrolled }) => enrolled),
      (customers) => customers,
    ),
    analysed: countCustomers(strata, ({ later }) => later.n),
    buyers,
    revenueCap: { capMinor: tally.capMinor, customers: countCustomers(strata, ({ capped }) => capped) },
    sampleRatio,
    comparison:
      verdict.kind === 'sample_ratio_mismatch'
        ? { kind: 'hidden', reason: 'sample_ratio_mismatch' }
        : comparison,
    verdict,
  };
}

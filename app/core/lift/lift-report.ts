import type { Arm } from '../decide/trace';
import { DAY_MS, type Instant } from '../shared/time';
import { tallyArm } from './arm-tally';
import { compareArms, type ArmsComparison } from './compare-arms';
import { measureOutcome, type LiftUnit, type MatureOutcome } from './outcome';
import type { PerArm } from './per-arm';
import { testSampleRatio, type SampleRatio } from './sample-ratio';
import { judgeLift, type Verdict } from './verdict';
import { findRevenueCap } from './winsorise';

/** Every figure about lift on one date. Money in minor units of `currency`, shares and lifts as fractions. */
export type LiftReport = {
  readonly asOf: Instant;
  readonly currency: string;
  readonly horizonDays: number;
  readonly holdoutShare: number;
  readonly plannedSample: number;
  readonly daysRunning: number; // whole days since the first enrolment
  readonly enrolled: PerArm<number>;
  readonly analysed: PerArm<number>; // those whose window is full
  readonly buyers: PerArm<number>; // analysed customers who bought again
  readonly revenueCap: { readonly capMinor: number | null; readonly customers: PerArm<number> };
  readonly sampleRatio: SampleRatio;
  readonly comparison: ArmsComparison | { readonly kind: 'hidden'; readonly reason: 'sample_ratio_mismatch' };
  readonly verdict: Verdict;
};

/**
 * The lift of the treatment over the holdout, by intention to treat.
 * In: the customers enrolled up to `asOf` in one experiment period of one shop (periods have their own share and are
 * never mixed), each once, in its first arm; holdout share as a fraction; horizon in days (7, 14, 30, 60 or 90); planned sample in
 * customers. Throws on a share outside 0..1, a planned sample that is not positive, and money that is not whole.
 */
export function buildLiftReport(input: {
  readonly units: ReadonlyArray<LiftUnit>;
  readonly holdoutShare: number;
  readonly asOf: Instant;
  readonly currency: string;
  readonly horizonDays: number;
  readonly plannedSample: number;
}): LiftReport {
  const { units, holdoutShare, asOf, currency, horizonDays, plannedSample } = input;
  const treatment = matureOutcomes(units, 'treatment', asOf, horizonDays);
  const holdout = matureOutcomes(units, 'holdout', asOf, horizonDays);
  const capMinor = findRevenueCap(
    [...treatment, ...holdout].map(({ laterRevenueMinor }) => laterRevenueMinor),
  );
  const tallies = { treatment: tallyArm(treatment, capMinor), holdout: tallyArm(holdout, capMinor) };

  const enrolled = { treatment: countArm(units, 'treatment'), holdout: countArm(units, 'holdout') };
  const sampleRatio = testSampleRatio(enrolled, holdoutShare);
  const comparison = compareArms(tallies, plannedSample);
  const daysRunning = countDays(units, asOf);
  const verdict = judgeLift({
    sampleRatio,
    holdoutBuyers: tallies.holdout.buyers,
    daysRunning,
    lift: comparison.revenuePerCustomer.sequential,
  });
  return {
    asOf,
    currency,
    horizonDays,
    holdoutShare,
    plannedSample,
    daysRunning,
    enrolled,
    analysed: { treatment: treatment.length, holdout: holdout.length },
    buyers: { treatment: tallies.treatment.buyers, holdout: tallies.holdout.buyers },
    revenueCap: {
      capMinor,
      customers: { treatment: tallies.treatment.capped, holdout: tallies.holdout.capped },
    },
    sampleRatio,
    comparison:
      verdict.kind === 'sample_ratio_mismatch'
        ? { kind: 'hidden', reason: 'sample_ratio_mismatch' }
        : comparison,
    verdict,
  };
}

function matureOutcomes(
  units: ReadonlyArray<LiftUnit>,
  arm: Arm,
  asOf: Instant,
  horizonDays: number,
): ReadonlyArray<MatureOutcome> {
  return units
    .filter((unit) => unit.arm === arm)
    .map((unit) => measureOutcome(unit, asOf, horizonDays))
    .filter((outcome) => outcome.kind === 'mature');
}

function countArm(units: ReadonlyArray<LiftUnit>, arm: Arm): number {
  return units.filter((unit) => unit.arm === arm).length;
}

function countDays(units: ReadonlyArray<LiftUnit>, asOf: Instant): number {
  const firstEnrolledAt = units.reduce((first, { enrolledAt }) => Math.min(first, enrolledAt), asOf);
  return Math.floor((asOf - firstEnrolledAt) / DAY_MS);
}

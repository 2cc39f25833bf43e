import type { Arm } from '../decide/trace';
import type { Instant } from '../shared/time';
import { tallyArm, type ArmTally } from './arm-tally';
import { measureOutcome, type LiftUnit, type MatureOutcome } from './outcome';
import type { PerArm } from './per-arm';
import { findRevenueCap } from './winsorise';

/** One experiment period: a stretch of time with one holdout share (a fraction) and one salt. */
export type PeriodTally = {
  readonly holdoutShare: number;
  readonly drawn: PerArm<number>; // by the first decision, whatever became of it: who is of both arms, too
  readonly enrolled: PerArm<number>; // without those
  readonly arms: PerArm<ArmTally>; // of those whose window is full
};

/** What a report is made of, whether summed up from customers or read from kept sums. */
export type LiftTally = {
  readonly periods: ReadonlyArray<PeriodTally>;
  readonly startedAt: Instant | null; // of the first enrolment
  readonly capMinor: number | null; // of all periods; null: nobody bought
};

/**
 * Sums up the customers of every experiment period.
 * In: customers enrolled up to `asOf`, each once, in the period and arm of the first time; horizon in days. Out: minor
 * units. Throws on money that is not whole.
 */
export function tallyUnits(
  periods: ReadonlyArray<{ readonly holdoutShare: number; readonly units: ReadonlyArray<LiftUnit> }>,
  asOf: Instant,
  horizonDays: number,
): LiftTally {
  const analysed = periods.map(({ units }) => units.filter(({ isOfBothArms }) => !isOfBothArms));
  const matured = analysed.map((units) => ({
    treatment: matureOutcomes(units, 'treatment', asOf, horizonDays),
    holdout: matureOutcomes(units, 'holdout', asOf, horizonDays),
  }));
  const capMinor = findRevenueCap(
    matured
      .flatMap(({ treatment, holdout }) => [...treatment, ...holdout])
      .map((outcome) => outcome.laterRevenueMinor),
  );
  const startedAt = analysed.flat().reduce((first, { enrolledAt }) => Math.min(first, enrolledAt), Infinity);
  return {
    capMinor,
    startedAt: startedAt === Infinity ? null : startedAt,
    periods: periods.map(({ holdoutShare, units }, place) => ({
      holdoutShare,
      drawn: countArms(units),
      enrolled: countArms(analysed[place] ?? []),
      arms: {
        treatment: tallyArm(matured[place]?.treatment ?? [], capMinor),
        holdout: tallyArm(matured[place]?.holdout ?? [], capMinor),
      },
    })),
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

function countArms(units: ReadonlyArray<LiftUnit>): PerArm<number> {
  const count = (arm: Arm) => units.filter((unit) => unit.arm === arm).length;
  return { treatment: count('treatment'), holdout: count('holdout') };
}

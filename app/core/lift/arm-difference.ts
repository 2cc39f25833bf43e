import { tQuantile, twoSidedT } from './distributions';
import type { Interval, PerArm } from './per-arm';

/** A mean or ratio of one arm with its standard error, in one unit; degrees of freedom of that error. */
export type Estimate = {
  readonly estimate: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
};

/** Treatment minus holdout, in the unit of the estimates; the interval holds 1 - alpha of the time. */
export type ArmDifference = {
  readonly difference: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly t: number;
  readonly pValue: number;
  readonly interval: Interval;
};

/**
 * Difference of two independent estimates with unequal variances.
 * In: estimates of at least two customers each, one standard error above 0; alpha (fraction) of one look.
 * Source: Welch 1947, Satterthwaite 1946.
 */
export function differArms({ treatment, holdout }: PerArm<Estimate>, alpha: number): ArmDifference {
  const difference = treatment.estimate - holdout.estimate;
  const varianceT = treatment.standardError ** 2;
  const varianceC = holdout.standardError ** 2;
  const standardError = Math.sqrt(varianceT + varianceC);
  const degreesOfFreedom =
    (varianceT + varianceC) ** 2 /
    (varianceT ** 2 / treatment.degreesOfFreedom + varianceC ** 2 / holdout.degreesOfFreedom);
  const t = difference / standardError;
  const reach = tQuantile(1 - alpha / 2, degreesOfFreedom) * standardError;
  return {
    difference,
    standardError,
    degreesOfFreedom,
    t,
    pValue: twoSidedT(t, degreesOfFreedom),
    interval: { low: difference - reach, high: difference + reach },
  };
}

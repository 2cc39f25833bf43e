import { normalQuantile } from './distributions';

/** Two-sided 5 % and a power of 80 %: the sum of both quantiles, about 2.80. */
const REACH = normalQuantile(0.975) + normalQuantile(0.8);

/** `absolute` in the unit of the input, `relative` as a fraction of the holdout mean (null when that is 0). */
export type SmallestVisibleEffect = { readonly absolute: number; readonly relative: number | null };

/**
 * The smallest difference that this much data would have shown in 80 of 100 experiments (normal approximation).
 * In: standard error of the difference and mean of the holdout, in one unit.
 */
export function smallestVisibleEffect(standardError: number, holdoutMean: number): SmallestVisibleEffect {
  const absolute = REACH * standardError;
  return { absolute, relative: holdoutMean > 0 ? absolute / holdoutMean : null };
}

/**
 * Customers of both arms that a relative lift (fraction) needs to be seen in 80 of 100 experiments, rounded up.
 * In: holdout share as a fraction; mean and standard deviation of revenue per customer in one unit.
 * Throws when a figure is not positive. Source: n = ((z + z') sd / delta)^2 / (h (1 - h)).
 */
export function customersNeeded(input: {
  readonly holdoutShare: number;
  readonly relativeLift: number;
  readonly mean: number;
  readonly standardDeviation: number;
}): number {
  const { holdoutShare, relativeLift, mean, standardDeviation } = input;
  const delta = relativeLift * mean;
  if (!(delta > 0 && standardDeviation > 0 && holdoutShare > 0 && holdoutShare < 1)) {
    throw new Error(
      `cannot plan for lift ${relativeLift}, mean ${mean}, deviation ${standardDeviation}, holdout ${holdoutShare}; ` +
        'give positive figures and a share between 0 and 1',
    );
  }
  return Math.ceil(((REACH * standardDeviation) / delta) ** 2 / (holdoutShare * (1 - holdoutShare)));
}

import type { PerArm } from './per-arm';

/** The same figures of both arms for each experiment period; a period has one holdout share. */
export type Strata<T> = ReadonlyArray<PerArm<T>>;

/** A part of one arm's estimate: its weight, the variance of its own estimate, and the customers behind it. */
type Part = { readonly weight: number; readonly variance: number; readonly n: number };

/** The periods in which both arms hold at least `least` customers; the others have nothing to be compared with. */
export function comparableStrata<T>(
  strata: Strata<T>,
  customersOf: (figures: T) => number,
  least: number,
): Strata<T> {
  return strata.filter(
    ({ treatment, holdout }) => customersOf(treatment) >= least && customersOf(holdout) >= least,
  );
}

/**
 * What each period weighs: its customers of both arms among all. With the arms' own numbers a changed holdout share
 * would pass for an effect, because the seasons of the periods differ (Simpson's paradox).
 * In: periods, customers of one arm of a period. Out: fractions that add up to 1.
 */
export function weighStrata<T>(
  strata: Strata<T>,
  customersOf: (figures: T) => number,
): ReadonlyArray<number> {
  const sizes = strata.map(({ treatment, holdout }) => customersOf(treatment) + customersOf(holdout));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size) => size / all);
}

/** Customers of each arm over all periods. */
export function countCustomers<T>(strata: Strata<T>, customersOf: (figures: T) => number): PerArm<number> {
  const total = (arm: 'treatment' | 'holdout') =>
    strata.reduce((sum, stratum) => sum + customersOf(stratum[arm]), 0);
  return { treatment: total('treatment'), holdout: total('holdout') };
}

/**
 * Standard error of a weighted sum of independent estimates, with its degrees of freedom.
 * In: weights (fractions), variances of the estimates, customers. Source: Satterthwaite 1946.
 */
export function combineErrors(parts: ReadonlyArray<Part>): {
  readonly standardError: number;
  readonly degreesOfFreedom: number;
} {
  const variances = parts.map(({ weight, variance }) => weight ** 2 * variance);
  const variance = variances.reduce((sum, part) => sum + part, 0);
  const spread = parts.reduce((sum, { n }, place) => sum + (variances[place] ?? 0) ** 2 / (n - 1), 0);
  const customers = parts.reduce((sum, { n }) => sum + n - 1, 0);
  return {
    standardError: Math.sqrt(variance),
    degreesOfFreedom: spread > 0 ? variance ** 2 / spread : customers,
  };
}

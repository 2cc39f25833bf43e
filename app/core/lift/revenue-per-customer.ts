import { differArms, type ArmDifference, type Estimate } from './arm-difference';
import { summariseY, type Moments } from './moments';
import type { NotEnough } from './not-enough';
import type { PerArm } from './per-arm';
import { measureRelativeLift, type RelativeLift } from './relative-lift';
import { combineErrors, comparableStrata, countCustomers, weighStrata, type Strata } from './strata';

export type RevenueOfArm = Estimate & { readonly n: number; readonly variance: number };

/** Revenue per enrolled customer, non-buyers included. Money in minor units, fractions of them allowed in a mean. */
export type RevenuePerCustomer =
  | {
      readonly kind: 'measured';
      readonly arms: PerArm<RevenueOfArm>;
      readonly difference: ArmDifference;
      readonly relativeLift: RelativeLift;
    }
  | NotEnough;

const customersOf = ({ n }: Moments): number => n;

/**
 * Compares mean y of the arms, each period weighed by its customers: Welch's difference and the relative lift.
 * In: moments of every experiment period, y in minor units; alpha (fraction). Out: minor units and fractions.
 */
export function compareRevenuePerCustomer(strata: Strata<Moments>, alpha = 0.05): RevenuePerCustomer {
  const compared = comparableStrata(strata, customersOf, 2);
  const customers = countCustomers(strata, customersOf);
  if (compared.length === 0) return { kind: 'not_enough', reason: 'fewer_than_two_customers', customers };

  const weights = weighStrata(compared, customersOf);
  const arms = {
    treatment: revenueOfArm(
      compared.map(({ treatment }) => treatment),
      weights,
    ),
    holdout: revenueOfArm(
      compared.map(({ holdout }) => holdout),
      weights,
    ),
  };
  if (arms.treatment.variance <= 0 && arms.holdout.variance <= 0) {
    return { kind: 'not_enough', reason: 'no_variation', customers };
  }
  return {
    kind: 'measured',
    arms,
    difference: differArms(arms, alpha),
    relativeLift: measureRelativeLift(arms, alpha),
  };
}

function revenueOfArm(periods: ReadonlyArray<Moments>, weights: ReadonlyArray<number>): RevenueOfArm {
  const parts = periods.map((moments, place) => {
    const { mean, variance } = summariseY(moments);
    return { weight: weights[place] ?? 0, mean, variance: Math.max(0, variance) / moments.n, n: moments.n };
  });
  const n = parts.reduce((sum, part) => sum + part.n, 0);
  const { standardError, degreesOfFreedom } = combineErrors(parts);
  return {
    estimate: parts.reduce((sum, { weight, mean }) => sum + weight * mean, 0),
    standardError,
    degreesOfFreedom,
    n,
    variance: standardError ** 2 * n, // of one customer; with one period the sample variance
  };
}

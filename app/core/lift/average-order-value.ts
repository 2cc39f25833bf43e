import { differArms, type ArmDifference, type Estimate } from './arm-difference';
import type { Moments } from './moments';
import type { NotEnough } from './not-enough';
import type { PerArm } from './per-arm';
import { measureRelativeLift, type RelativeLift } from './relative-lift';
import { combineErrors, comparableStrata, countCustomers, weighStrata, type Strata } from './strata';

export type OrderValueOfArm = Estimate & { readonly orders: number; readonly unitVariance: number };

/** Revenue per order (minor units), with its error clustered by customer. */
export type AverageOrderValue =
  | {
      readonly kind: 'measured';
      readonly arms: PerArm<OrderValueOfArm>;
      readonly difference: ArmDifference;
      readonly relativeLift: RelativeLift;
    }
  | NotEnough;

/** Below this share of sum(y^2) a spread is rounding, as with one price for all. */
const ROUNDING = 1e-12;

const customersOf = ({ n }: Moments): number => n;

/** One price for all is a spread of 0; a single buyer has none at all. Orders are whole, so that only one makes them equal. */
const isOfOneBuyer = ({ sumX, sumXX }: Moments): boolean => sumX ** 2 === sumXX;

/**
 * Compares sum(y) / sum(x) of the arms, each period weighed by its customers; the customers are the units, because
 * orders of one customer resemble each other and order-level tests find lift in 1 of 11 experiments that have none.
 * In: moments of every experiment period, y in minor units, x orders; alpha (fraction). Out: minor units and fractions.
 */
export function compareAverageOrderValue(strata: Strata<Moments>, alpha = 0.05): AverageOrderValue {
  const compared = comparableStrata(strata, customersOf, 2);
  const customers = countCustomers(strata, customersOf);
  if (compared.length === 0) return { kind: 'not_enough', reason: 'fewer_than_two_customers', customers };
  const orders = countCustomers(compared, ({ sumX }) => sumX);
  if (orders.treatment === 0 || orders.holdout === 0) {
    return { kind: 'not_enough', reason: 'no_orders', customers };
  }
  const weights = weighStrata(compared, customersOf);
  const arms = {
    treatment: orderValueOfArm(
      compared.map(({ treatment }) => treatment),
      weights,
    ),
    holdout: orderValueOfArm(
      compared.map(({ holdout }) => holdout),
      weights,
    ),
  };
  const isOfSingles = (['treatment', 'holdout'] as const).some((arm) =>
    compared.every((stratum) => isOfOneBuyer(stratum[arm])),
  );
  if (isOfSingles || (arms.treatment.unitVariance === 0 && arms.holdout.unitVariance === 0)) {
    return { kind: 'not_enough', reason: 'no_variation', customers };
  }
  return {
    kind: 'measured',
    arms,
    difference: differArms(arms, alpha),
    relativeLift: measureRelativeLift(arms, alpha),
  };
}

/**
 * Delta method for R = sum(y)/sum(x): V = (s_yy - 2 R s_xy + R^2 s_xx) / xbar^2, se = sqrt(V/n) (Deng et al. 2018);
 * with several periods both sums are of means times weights, and the residuals are centred within each.
 */
function orderValueOfArm(periods: ReadonlyArray<Moments>, weights: ReadonlyArray<number>): OrderValueOfArm {
  const weigh = (valueOf: (moments: Moments) => number) =>
    periods.reduce((sum, moments, place) => sum + (weights[place] ?? 0) * valueOf(moments), 0);
  const perCustomer = weigh(({ sumX, n }) => sumX / n);
  const ratio = weigh(({ sumY, n }) => sumY / n) / perCustomer;
  const parts = periods.map(({ n, sumY, sumX, sumYY, sumXX, sumXY }, place) => {
    const squares = sumYY - 2 * ratio * sumXY + ratio ** 2 * sumXX - (sumY - ratio * sumX) ** 2 / n;
    const variance = squares <= ROUNDING * sumYY ? 0 : squares / (n - 1) / n;
    return { weight: (weights[place] ?? 0) / perCustomer, variance, n };
  });
  const n = parts.reduce((sum, part) => sum + part.n, 0);
  const { standardError, degreesOfFreedom } = combineErrors(parts);
  return {
    estimate: ratio,
    standardError,
    degreesOfFreedom,
    orders: periods.reduce((sum, { sumX }) => sum + sumX, 0),
    unitVariance: standardError ** 2 * n,
  };
}

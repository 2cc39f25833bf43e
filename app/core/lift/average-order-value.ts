import { differArms, type ArmDifference, type Estimate } from './arm-difference';
import type { Moments } from './moments';
import type { NotEnough } from './not-enough';
import type { PerArm } from './per-arm';
import { measureRelativeLift, type RelativeLift } from './relative-lift';

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

/** Below this share of sum(y^2) a spread is rounding, as with a single buyer or one price for all. */
const ROUNDING = 1e-12;

/**
 * Compares sum(y) / sum(x) of the arms; the customers are the units, because orders of one customer resemble each
 * other and order-level tests find lift in 1 of 11 experiments that have none.
 * In: moments per arm, y in minor units, x orders. Out: minor units and fractions.
 */
export function compareAverageOrderValue(moments: PerArm<Moments>): AverageOrderValue {
  const customers = { treatment: moments.treatment.n, holdout: moments.holdout.n };
  if (customers.treatment < 2 || customers.holdout < 2) {
    return { kind: 'not_enough', reason: 'fewer_than_two_customers', customers };
  }
  if (moments.treatment.sumX === 0 || moments.holdout.sumX === 0) {
    return { kind: 'not_enough', reason: 'no_orders', customers };
  }
  const arms = { treatment: orderValueOfArm(moments.treatment), holdout: orderValueOfArm(moments.holdout) };
  if (arms.treatment.unitVariance === 0 || arms.holdout.unitVariance === 0) {
    return { kind: 'not_enough', reason: 'no_variation', customers };
  }
  return {
    kind: 'measured',
    arms,
    difference: differArms(arms),
    relativeLift: measureRelativeLift(arms),
  };
}

/** Delta method for R = sum(y)/sum(x): V = (s_yy - 2 R s_xy + R^2 s_xx) / xbar^2, se = sqrt(V/n) (Deng et al. 2018). */
function orderValueOfArm({ n, sumY, sumX, sumYY, sumXX, sumXY }: Moments): OrderValueOfArm {
  const ratio = sumY / sumX;
  // The residuals y - R x add up to zero, so their sum of squares needs no centring and keeps more digits.
  const residualSquares = sumYY - 2 * ratio * sumXY + ratio ** 2 * sumXX;
  const isRounding = residualSquares <= ROUNDING * sumYY;
  const unitVariance = isRounding ? 0 : residualSquares / (n - 1) / (sumX / n) ** 2;
  return { estimate: ratio, standardError: Math.sqrt(unitVariance / n), n, orders: sumX, unitVariance };
}

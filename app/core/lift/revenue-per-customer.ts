import { differArms, type ArmDifference, type Estimate } from './arm-difference';
import { summariseY, type Moments } from './moments';
import type { NotEnough } from './not-enough';
import type { PerArm } from './per-arm';
import { measureRelativeLift, type RelativeLift } from './relative-lift';

export type RevenueOfArm = Estimate & { readonly variance: number };

/** Revenue per enrolled customer, non-buyers included. Money in minor units, fractions of them allowed in a mean. */
export type RevenuePerCustomer =
  | {
      readonly kind: 'measured';
      readonly arms: PerArm<RevenueOfArm>;
      readonly difference: ArmDifference;
      readonly relativeLift: RelativeLift;
    }
  | NotEnough;

/** Compares mean y (minor units) of the arms: Welch's difference and the relative lift. */
export function compareRevenuePerCustomer(moments: PerArm<Moments>): RevenuePerCustomer {
  const customers = { treatment: moments.treatment.n, holdout: moments.holdout.n };
  if (customers.treatment < 2 || customers.holdout < 2) {
    return { kind: 'not_enough', reason: 'fewer_than_two_customers', customers };
  }
  const arms = { treatment: revenueOfArm(moments.treatment), holdout: revenueOfArm(moments.holdout) };
  if (arms.treatment.variance <= 0 && arms.holdout.variance <= 0) {
    return { kind: 'not_enough', reason: 'no_variation', customers };
  }
  return {
    kind: 'measured',
    arms,
    difference: differArms(arms),
    relativeLift: measureRelativeLift(arms),
  };
}

function revenueOfArm(moments: Moments): RevenueOfArm {
  const { mean, variance } = summariseY(moments);
  return { estimate: mean, variance, standardError: Math.sqrt(variance / moments.n), n: moments.n };
}

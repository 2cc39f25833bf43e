import type { ArmTally } from './arm-tally';
import type { PerArm } from './per-arm';
import { comparableStrata, weighStrata, type Strata } from './strata';

/** What revenue per customer is the product of: a fraction, orders, and minor units. */
export type RevenueFactors = {
  readonly revenuePerCustomerMinor: number;
  readonly buyerRate: number;
  readonly ordersPerBuyer: number;
  readonly orderValueMinor: number;
};

const customersOf = ({ later }: ArmTally): number => later.n;

/**
 * Where a difference of revenue per customer comes from: of more buyers, of more orders of each, or of larger orders.
 * The three ratios of the arms multiply to the ratio of revenue per customer exactly.
 * In: tallies of every experiment period. Out: factors per arm; null until both arms have an order.
 */
export function decomposeRevenue(strata: Strata<ArmTally>): PerArm<RevenueFactors> | null {
  const compared = comparableStrata(strata, customersOf, 2);
  const weights = weighStrata(compared, customersOf);
  const factorsOf = (arm: 'treatment' | 'holdout'): RevenueFactors => {
    const weigh = (valueOf: (tally: ArmTally) => number) =>
      compared.reduce(
        (sum, stratum, place) =>
          sum + ((weights[place] ?? 0) * valueOf(stratum[arm])) / customersOf(stratum[arm]),
        0,
      );
    const revenue = weigh(({ later }) => later.sumY);
    const orders = weigh(({ later }) => later.sumX);
    const buyers = weigh((tally) => tally.buyers);
    return {
      revenuePerCustomerMinor: revenue,
      buyerRate: buyers,
      ordersPerBuyer: orders / buyers,
      orderValueMinor: revenue / orders,
    };
  };
  const factors = { treatment: factorsOf('treatment'), holdout: factorsOf('holdout') };
  return factors.treatment.buyerRate > 0 && factors.holdout.buyerRate > 0 ? factors : null;
}

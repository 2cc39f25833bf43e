import { chiSquareUpperTail, normalQuantile } from './distributions';
import type { NotEnough } from './not-enough';
import type { Interval, PerArm } from './per-arm';
import { measureRelativeLift, type RelativeLift } from './relative-lift';

/** Of `customers`, those who bought again inside the window. */
export type BuyerCount = { readonly buyers: number; readonly customers: number };

export type RateOfArm = BuyerCount & { readonly rate: number; readonly interval: Interval };

/** Share of customers who bought again, as fractions; intervals hold 95 %. */
export type RepeatRate =
  | {
      readonly kind: 'measured';
      readonly arms: PerArm<RateOfArm>;
      readonly difference: {
        readonly difference: number;
        readonly interval: Interval;
        readonly pValue: number;
      };
      readonly relativeLift: RelativeLift;
    }
  | NotEnough;

const Z95 = normalQuantile(0.975);

/**
 * Compares the repeat rates of the arms.
 * In: counts per arm. Out: fractions. Source: Newcombe 1998 method 10 (interval), Pearson's pooled chi-square (p).
 */
export function compareRepeatRate(counts: PerArm<BuyerCount>): RepeatRate {
  const customers = { treatment: counts.treatment.customers, holdout: counts.holdout.customers };
  if (customers.treatment === 0 || customers.holdout === 0) {
    return { kind: 'not_enough', reason: 'no_customer', customers };
  }
  const treatment = rateOfArm(counts.treatment);
  const holdout = rateOfArm(counts.holdout);
  const pooled = (treatment.buyers + holdout.buyers) / (customers.treatment + customers.holdout);
  if (pooled === 0 || pooled === 1) return { kind: 'not_enough', reason: 'no_variation', customers };

  const difference = treatment.rate - holdout.rate;
  const chiSquare =
    difference ** 2 / (pooled * (1 - pooled) * (1 / customers.treatment + 1 / customers.holdout));
  return {
    kind: 'measured',
    arms: { treatment, holdout },
    difference: {
      difference,
      interval: {
        low:
          difference -
          Math.hypot(treatment.rate - treatment.interval.low, holdout.interval.high - holdout.rate),
        high:
          difference +
          Math.hypot(treatment.interval.high - treatment.rate, holdout.rate - holdout.interval.low),
      },
      pValue: chiSquareUpperTail(chiSquare, 1),
    },
    relativeLift: measureRelativeLift({ treatment: rateEstimate(treatment), holdout: rateEstimate(holdout) }),
  };
}

/**
 * A share with its 95 % score interval. In: counts, customers above 0. Out: fractions.
 * Source: Wilson 1927, which unlike p +- z se stays inside 0..1 and holds at 0 buyers.
 */
export function rateOfArm({ buyers, customers }: BuyerCount): RateOfArm {
  const rate = buyers / customers;
  const shrink = 1 + Z95 ** 2 / customers;
  const centre = (rate + Z95 ** 2 / (2 * customers)) / shrink;
  const reach = (Z95 * Math.sqrt((rate * (1 - rate)) / customers + Z95 ** 2 / (4 * customers ** 2))) / shrink;
  // Rounding must not put -0.0 % on a screen.
  const interval = { low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) };
  return { buyers, customers, rate, interval };
}

function rateEstimate({ rate, customers }: RateOfArm) {
  return { estimate: rate, standardError: Math.sqrt((rate * (1 - rate)) / customers), n: customers };
}

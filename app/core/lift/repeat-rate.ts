import type { Arm } from '../decide/trace';
import { chiSquareUpperTail, normalQuantile } from './distributions';
import type { NotEnough } from './not-enough';
import type { Interval, PerArm } from './per-arm';
import { measureRelativeLift, type RelativeLift } from './relative-lift';
import { comparableStrata, countCustomers, weighStrata, type Strata } from './strata';

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

const customersOf = ({ customers }: BuyerCount): number => customers;

/**
 * Compares the repeat rates of the arms, each period weighed by its customers.
 * In: counts of every experiment period; alpha (fraction). Out: fractions. Source: Newcombe 1998 method 10 (interval), Pearson's
 * pooled chi-square (p), which with several periods is Cochran's (1954); the score interval of a weighted rate is
 * that of as many customers as would give the same variance (Yan and Su 2010).
 */
export function compareRepeatRate(strata: Strata<BuyerCount>, alpha = 0.05): RepeatRate {
  const compared = comparableStrata(strata, customersOf, 1);
  const customers = countCustomers(strata, customersOf);
  if (compared.length === 0) return { kind: 'not_enough', reason: 'no_customer', customers };
  const weights = weighStrata(compared, customersOf);
  const pooledVariance = compared.reduce((sum, { treatment: t, holdout: c }, place) => {
    const pooled = (t.buyers + c.buyers) / (t.customers + c.customers);
    return sum + (weights[place] ?? 0) ** 2 * pooled * (1 - pooled) * (1 / t.customers + 1 / c.customers);
  }, 0);
  if (pooledVariance === 0) return { kind: 'not_enough', reason: 'no_variation', customers };

  const weighed = (arm: Arm) =>
    weighRate(
      compared.map((stratum) => stratum[arm]),
      weights,
      alpha,
    );
  const treatment = weighed('treatment');
  const holdout = weighed('holdout');
  const difference = treatment.rate - holdout.rate;
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
      pValue: chiSquareUpperTail(difference ** 2 / pooledVariance, 1),
    },
    relativeLift: measureRelativeLift(
      { treatment: estimateOf(treatment), holdout: estimateOf(holdout) },
      alpha,
    ),
  };
}

/**
 * A share with its score interval. In: counts, customers above 0; alpha (fraction). Out: fractions.
 * Source: Wilson 1927, which unlike p +- z se stays inside 0..1 and holds at 0 buyers.
 */
export function rateOfArm({ buyers, customers }: BuyerCount, alpha = 0.05): RateOfArm {
  const rate = buyers / customers;
  return { buyers, customers, rate, interval: scoreInterval(rate, customers, alpha) };
}

function weighRate(
  periods: ReadonlyArray<BuyerCount>,
  weights: ReadonlyArray<number>,
  alpha: number,
): RateOfArm & { readonly standardError: number } {
  const parts = periods.map(({ buyers, customers }, place) => {
    const rate = buyers / customers;
    const weight = weights[place] ?? 0;
    return {
      rate: weight * rate,
      variance: (weight ** 2 * rate * (1 - rate)) / customers,
      buyers,
      customers,
    };
  });
  const total = (column: keyof (typeof parts)[number]) => parts.reduce((sum, part) => sum + part[column], 0);
  const [rate, variance, customers] = [total('rate'), total('variance'), total('customers')];
  // With one period this is the number of its customers; where nobody or everybody bought, that of all.
  const asMany = parts.length > 1 && variance > 0 ? (rate * (1 - rate)) / variance : customers;
  return {
    buyers: total('buyers'),
    customers,
    rate,
    interval: scoreInterval(rate, asMany, alpha),
    standardError: Math.sqrt(variance),
  };
}

function scoreInterval(rate: number, customers: number, alpha: number): Interval {
  const z = -normalQuantile(alpha / 2);
  const shrink = 1 + z ** 2 / customers;
  const centre = (rate + z ** 2 / (2 * customers)) / shrink;
  const reach = (z * Math.sqrt((rate * (1 - rate)) / customers + z ** 2 / (4 * customers ** 2))) / shrink;
  // Rounding must not put -0.0 % on a screen.
  return { low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) };
}

function estimateOf({ rate, standardError }: { readonly rate: number; readonly standardError: number }) {
  return { estimate: rate, standardError };
}

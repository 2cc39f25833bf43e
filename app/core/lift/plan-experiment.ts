import { customersNeeded } from './smallest-visible-effect';

/** What customers spend in the 90 days after an order, and how many new ones come: of the shop's own past. */
export type ShopPast = {
  readonly customers: number; // that the figures are of
  readonly meanMinor: number;
  readonly deviationMinor: number;
  readonly customersPerDay: number;
  readonly ordersPerDay: number; // the same customer's later ones included
};

export type PlannedVerdict = {
  readonly lift: number; // fraction of revenue per customer
  readonly customers: number; // of both groups
  readonly days: number; // from the first enrolment to the verdict, the last customer's window included
};

export type ExperimentPlan = {
  readonly holdoutShare: number;
  readonly verdicts: ReadonlyArray<PlannedVerdict>;
};

/** Lifts (fractions) that a merchant asks about; the two highest are the published benchmark. */
const LIFTS = [0.03, 0.05, 0.1, 0.15, 0.28];
/** Fewer customers say nothing reliable about the spread of a heavy-tailed revenue. */
const FEWEST_FOR_A_PLAN = 100;
/** Below this many orders in a quarter the largest share is advised, for otherwise no verdict would ever come. */
const FEW_ORDERS_A_QUARTER = 5000;
const QUARTER_DAYS = 90;
/** The width of the always-valid interval over that of a single look, near the planned sample (1.55), squared. */
const ALWAYS_VALID_COST = 1.55 ** 2;
const [USUAL_SHARE, LARGEST_SHARE] = [0.15, 0.2];

/**
 * How many customers and days each lift needs to be seen in 80 of 100 experiments, for the shop's own spread of revenue.
 * In: the shop's past in minor units, holdout share (fraction), horizon in days. Out: null while the past tells too little.
 * Source: as `customersNeeded`; an always-valid interval asks for about 2.4 times as many, its width squared.
 */
export function planExperiment(
  past: Omit<ShopPast, 'ordersPerDay'>,
  holdoutShare: number,
  horizonDays: number,
): ExperimentPlan | null {
  const { customers, meanMinor, deviationMinor, customersPerDay } = past;
  if (customers < FEWEST_FOR_A_PLAN || meanMinor <= 0 || deviationMinor <= 0 || customersPerDay <= 0)
    return null;
  return {
    holdoutShare,
    verdicts: LIFTS.map((relativeLift) => {
      const needed = Math.ceil(
        ALWAYS_VALID_COST *
          customersNeeded({ holdoutShare, relativeLift, mean: meanMinor, standardDeviation: deviationMinor }),
      );
      return {
        lift: relativeLift,
        customers: needed,
        days: Math.ceil(needed / customersPerDay) + horizonDays,
      };
    }),
  };
}

/** The share that is advised for a shop of so many orders a quarter (fraction). In: purchases a day. */
export function adviseShare(ordersPerDay: number): number {
  return ordersPerDay * QUARTER_DAYS < FEW_ORDERS_A_QUARTER ? LARGEST_SHARE : USUAL_SHARE;
}

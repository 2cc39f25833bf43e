import type { Instant } from '../shared/time';
import type { Moments } from './moments';
import type { Interval, PerArm } from './per-arm';
import { compareRevenuePerCustomer } from './revenue-per-customer';
import { sequentialInterval } from './sequential-interval';
import { countCustomers, type Strata } from './strata';
import { NEEDED_HOLDOUT_BUYERS } from './verdict';

/** One arm of a part of the experiment: who bought again, and y revenue and x orders of everybody after the trigger order. */
export type CohortArm = { readonly buyers: number; readonly later: Moments };

/** The customers first enrolled in one month (of UTC), by experiment period. */
export type Cohort = { readonly startsAt: Instant; readonly strata: Strata<CohortArm> };

/** Revenue per customer in minor units (means, so not whole) with the always-valid interval of the difference. */
export type CohortRevenue =
  | {
      readonly kind: 'measured';
      readonly emailed: number;
      readonly heldOut: number;
      readonly difference: number;
      readonly interval: Interval;
    }
  | { readonly kind: 'too_few'; readonly have: number; readonly need: number } // held-out buyers
  | { readonly kind: 'not_enough' };

export type CohortFinding = { readonly customers: PerArm<number>; readonly revenue: CohortRevenue };

/**
 * Revenue per customer of a part of the experiment, which describes and is no verdict: of many parts one differs by chance.
 * The same minimum of held-out buyers holds as for the verdict.
 * In: figures by experiment period, planned sample in customers.
 */
export function describeCohort(strata: Strata<CohortArm>, plannedSample: number): CohortFinding {
  const customers = countCustomers(strata, ({ later }) => later.n);
  const { holdout: have } = countCustomers(strata, ({ buyers }) => buyers);
  if (have < NEEDED_HOLDOUT_BUYERS)
    return { customers, revenue: { kind: 'too_few', have, need: NEEDED_HOLDOUT_BUYERS } };
  const revenue = compareRevenuePerCustomer(
    strata.map(({ treatment, holdout }) => ({ treatment: treatment.later, holdout: holdout.later })),
  );
  if (revenue.kind === 'not_enough') return { customers, revenue: { kind: 'not_enough' } };
  const { difference, standardError } = revenue.difference;
  const { interval } = sequentialInterval({
    estimate: difference,
    standardError,
    n: customers.treatment + customers.holdout,
    plannedSample,
  });
  const { treatment, holdout } = revenue.arms;
  return {
    customers,
    revenue: {
      kind: 'measured',
      emailed: treatment.estimate,
      heldOut: holdout.estimate,
      difference,
      interval,
    },
  };
}

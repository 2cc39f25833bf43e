import type { Arm } from '#core/decide/trace';
import type { Cohort } from '#core/lift/cohorts';
import type { LiftTally } from '#core/lift/lift-tally';
import type { Observation } from '#core/lift/moments';
import type { ShopPast } from '#core/lift/plan-experiment';
import type { Strata } from '#core/lift/strata';
import type { HorizonDays } from '#core/lift/horizons';
import type { Instant } from '#core/shared/time';
import type { LiftUnit } from '../records';

/** Whom a report looks at: enrolled up to `asOf`, in a segment then (null: everybody). */
export type LiftSlice = {
  readonly horizonDays: HorizonDays;
  readonly asOf: Instant;
  readonly segment: string | null;
};

/** Which customers of a slice: all, those who have finished, of these the ones who bought again or had an offer. */
export const OUTCOME_WHO = ['enrolled', 'finished', 'buyers', 'offered'] as const;
export type OutcomeFilter = {
  readonly arm: Arm | null; // null: both
  readonly who: (typeof OUTCOME_WHO)[number];
};

/** One customer behind the figures. What they bought is of the slice's horizon, money in minor units. */
export type OutcomeRow = {
  readonly personId: string;
  readonly orderId: string; // of the first enrolment
  readonly orderName: string;
  readonly arm: Arm;
  readonly enrolledAt: Instant;
  readonly laterOrders: number;
  readonly laterRevenueMinor: number;
  readonly occasions: number; // trigger order included
  readonly occasionRevenueMinor: number;
  readonly isOfferBought: boolean | null;
};
export type OutcomeCursor = Pick<OutcomeRow, 'enrolledAt' | 'personId'>;

export type OutcomeTotals = {
  readonly customers: number;
  readonly laterOrders: number;
  readonly laterRevenueMinor: number;
  readonly occasions: number;
  readonly occasionRevenueMinor: number;
  readonly offersBought: number;
};

/** What is left out of the lift because it was not paid in the shop's present currency. */
export type OtherCurrency = {
  readonly currency: string; // ISO 4217
  readonly orders: number; // first ones of the experiment and later ones
  readonly customers: number; // whose first one was among them, so that they are not in the analysis
  readonly lastAt: Instant; // of the newest of these orders
};

export interface LiftStore {
  /** Keeps the outcomes of those of whom something has changed. Out: how many changes; 0: all is kept. */
  keepOutcomes(shopId: string): Promise<number>;
  /** From the kept sums; of the day that the slice cuts through from the customers themselves. */
  liftTally(shopId: string, slice: LiftSlice): Promise<LiftTally>;
  /** The same customers by the month of their first enrolment, the newest of so many months first; in whole days. */
  liftCohorts(shopId: string, slice: LiftSlice, months: number): Promise<ReadonlyArray<Cohort>>;
  /** Analysed customers who bought again, y revenue and x orders after the trigger order, by period and arm. */
  laterBuyers(shopId: string, slice: LiftSlice): Promise<Strata<ReadonlyArray<Observation>>>;
  /** The customers that a tally sums up, the newest first. */
  listOutcomes(
    shopId: string,
    slice: LiftSlice,
    filter: OutcomeFilter,
    page: { readonly after: OutcomeCursor | null; readonly limit: number },
  ): Promise<ReadonlyArray<OutcomeRow>>;
  sumOutcomes(shopId: string, slice: LiftSlice, filter: OutcomeFilter): Promise<OutcomeTotals>;
  /** What the customers of a range of time, taken at their first purchase in it, spent in the days after it. */
  shopPast(
    shopId: string,
    range: { readonly from: Instant; readonly until: Instant; readonly horizonDays: number },
  ): Promise<ShopPast>;
  /** By currency, the one with most orders first; of everybody since the start. */
  otherCurrencies(shopId: string): Promise<ReadonlyArray<OtherCurrency>>;
  /**
   * Held-out customers of a slice who have finished and were e-mailed all the same, or bought out of a cart that a link in
   * somebody's e-mail opened.
   */
  reachedHeldOut(shopId: string, slice: LiftSlice): Promise<number>;
  /** Every customer of the experiment with their orders: what the sums are made of. */
  liftUnits(shopId: string): Promise<ReadonlyArray<LiftUnit>>;
}

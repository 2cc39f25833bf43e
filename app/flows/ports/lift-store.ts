import type { LiftTally } from '#core/lift/lift-tally';
import type { Observation } from '#core/lift/moments';
import type { Strata } from '#core/lift/strata';
import type { HorizonDays } from '#core/lift/horizons';
import type { Instant } from '#core/shared/time';
import type { LiftUnit } from '../records';

/** Whom a report looks at: enrolled after `from` (null: ever) and up to `asOf`, in a segment then (null: everybody). */
export type LiftSlice = {
  readonly horizonDays: HorizonDays;
  readonly asOf: Instant;
  readonly from: Instant | null;
  readonly segment: string | null;
};

export interface LiftStore {
  /** Keeps the outcomes of those of whom something has changed. Out: how many changes; 0: all is kept. */
  keepOutcomes(shopId: string): Promise<number>;
  /** From the kept sums; those of the days that the slice cuts through from the customers themselves. */
  liftTally(shopId: string, slice: LiftSlice): Promise<LiftTally>;
  /** Analysed customers who bought again, y revenue and x orders after the trigger order, by period and arm. */
  laterBuyers(shopId: string, slice: LiftSlice): Promise<Strata<ReadonlyArray<Observation>>>;
  /** Customers who turned out to be of both arms. */
  peopleOfBothArms(shopId: string): Promise<number>;
  /** Every customer of the experiment with their orders: what the sums are made of. */
  liftUnits(shopId: string): Promise<ReadonlyArray<LiftUnit>>;
}

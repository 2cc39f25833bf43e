import type { TouchNumber } from '#core/sequence/touch';
import type { Instant } from '#core/shared/time';

/** Steps that leave no other trace in the database. `guide_dismissed` hides the finished guide for good. */
export type SetupFact = 'pairings_reviewed' | 'test_sent' | 'guide_dismissed';

/** A pair whose recommended product cannot be bought now; counts of distinct buyers, as mined. */
export type OutOfStockPair = {
  readonly title: string;
  readonly support: number;
  readonly buyers: number;
};

export interface HomeStore {
  setupFacts(shopId: string): Promise<ReadonlySet<SetupFact>>;
  /** The first time counts; later ones change nothing. */
  noteSetupFact(shopId: string, fact: SetupFact, now: Instant): Promise<void>;
  forgetSetupFact(shopId: string, fact: SetupFact): Promise<void>;
  /** Waiting touches of emailed people that are due until then, overdue ones included. */
  dueTouches(shopId: string, until: Instant): Promise<ReadonlyMap<TouchNumber, number>>;
  ambiguousTouches(shopId: string): Promise<number>;
  deadWebhooks(shopId: string): Promise<number>;
  pairingsMinedAt(shopId: string): Promise<Instant | null>; // the older of the two tables
  outOfStockPairs(shopId: string): Promise<ReadonlyArray<OutOfStockPair>>;
  /** Products that can be offered, and purchases since then. */
  shopSize(
    shopId: string,
    since: Instant,
  ): Promise<{ readonly products: number; readonly purchases: number }>;
}

import type { Period, Sales } from '#core/readiness/assess-readiness';
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
  firstPurchaseAt(shopId: string): Promise<Instant | null>; // null: none is known
  offerableProducts(shopId: string): Promise<number>; // published, and no gift cards
  /** Purchases and what they brought, net of refunds, of each period, in the order in which they are given. */
  salesOf(shopId: string, periods: ReadonlyArray<Period>): Promise<ReadonlyArray<Sales>>;
}

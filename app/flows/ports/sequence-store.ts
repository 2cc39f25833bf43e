import type { TouchNumber } from '#core/sequence/touch';
import type { Instant } from '#core/shared/time';

/** What the screen of the sequence asks about a shop. */
export interface SequenceStore {
  /** Purchases confirmed in the 30 days before now, and touches that are planned and neither sent nor ended. */
  sequenceLoad(shopId: string, now: Instant): Promise<SequenceLoad>;
  /**
   * Purchases to show an e-mail with, newest first: so many, and half as many more per touch that offered something.
   * With a product: only those in which it was bought.
   */
  sampleOrders(shopId: string, limit: number, boughtId: string | null): Promise<ReadonlyArray<SampleOrder>>;
  /**
   * Counts a test e-mail, before it goes out: also when several ask at once, at most so many go in that time.
   * Out: null; or, where it must not go, the instant from which the next one may.
   */
  beginTest(
    shopId: string,
    test: { readonly testId: string; readonly productId: string; readonly at: Instant },
    limit: { readonly most: number; readonly withinMs: number },
  ): Promise<Instant | null>;
  /** What a test e-mail of the last 30 days offered. */
  testedProduct(shopId: string, testId: string): Promise<string | null>;
}

export type SequenceLoad = { readonly purchases: number; readonly waitingTouches: number };

export type SampleOrder = {
  readonly orderId: string;
  readonly name: string; // "#1042"
  readonly personId: string;
  readonly confirmedAt: Instant;
  readonly touchIds: Readonly<Partial<Record<'1' | '2' | '3', string>>>; // of its enrolment, if it has one
  readonly offered: ReadonlyArray<TouchNumber>; // the touches that had something to offer
  readonly owned: ReadonlyArray<number>; // product numbers that the buyer had then, from this order and those before
};

import type { ShopCounts } from '#core/affinity/count-shop';
import type { PairNow } from '#core/affinity/pairing';
import type { Instant } from '#core/shared/time';

/** The counts of pairs that every change of an order keeps right, in the transaction of the change. */
export interface CountStore {
  /** Counts all orders from an instant on, and from then on every change of them. */
  countAnew(shopId: string, from: Instant): Promise<void>;
  /** From now on changes of orders are not counted, until they are counted anew. */
  stopCounting(shopId: string): Promise<void>;
  /** Takes away what lies before an instant. Out: false where counting anew is called for, and nothing was changed. */
  moveCountWindow(shopId: string, to: Instant): Promise<boolean>;
  /** By product numbers, one for each consequent; null: the shop is not counted so. */
  pairsNow(
    shopId: string,
    antecedent: number,
    consequents: ReadonlyArray<number>,
  ): Promise<ReadonlyArray<PairNow> | null>;
  /** Changes with every change of the counts; null: the shop is not counted so. */
  countChanges(shopId: string): Promise<string | null>;
  /** What is kept, with the pairs of the antecedents whose number leaves `one` when divided by `of`; null: nothing is. */
  keptCounts(shopId: string, part: { readonly one: number; readonly of: number }): Promise<ShopCounts | null>;
}

import type { Instant } from '#core/shared/time';

/** What visitors of the store looked at. A visitor is a hash that means nothing in another shop. */
export interface BrowseStore {
  /** Keeps the first look on a day, at products of the catalogue only. */
  noteProductView(shopId: string, visitorHash: string, productId: string, at: Instant): Promise<void>;
  /** Says which visitor placed an order; the first to say so holds. Who looked at nothing is not noted. */
  noteVisitorOrder(shopId: string, visitorHash: string, orderId: string, at: Instant): Promise<void>;
  /**
   * Erases looks from before `seenBefore`, unless an order that is not older than `orderedBefore` came of them: within
   * `leadMs` after the look. Erases as well who placed the older orders. Out: how many looks.
   */
  forgetProductViews(
    shopId: string,
    limits: { readonly seenBefore: Instant; readonly orderedBefore: Instant; readonly leadMs: number },
  ): Promise<number>;
}

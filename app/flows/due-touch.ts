import type { OrderWithCustomer } from './ports';
import type { OfferSources } from './ports/offer-source-store';
import type { ClaimedTouch, Shop, TouchFacts } from './records';

/** A claimed touch with everything read for it just now. */
export type DueTouch = {
  readonly claim: ClaimedTouch;
  readonly shop: Shop;
  readonly facts: TouchFacts;
  readonly fetched: OrderWithCustomer | null; // null: Shopify does not know the order any more
  readonly sources: OfferSources; // read with the whole batch
};

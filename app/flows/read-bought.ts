import type { BoughtBefore } from '#core/segments/customer-facts';
import { asksWhatWasBought } from '#core/segments/match-segments';
import { segmentRows } from '#core/segments/segment-rows';
import type { Tools } from './ports';
import type { EnrolmentFacts } from './records';

const NOTHING: BoughtBefore = { productIds: [], categories: [], usedDiscount: false };

/**
 * What a person bought, for the segments' conditions. It costs a look at all their orders, so that it is read only where
 * a segment that is on asks for it. In: shop with its settings, person. Out: products, categories, discount; else nothing.
 */
export async function readBought(
  store: Tools['store'],
  { shop, personId }: Pick<EnrolmentFacts, 'shop' | 'personId'>,
): Promise<BoughtBefore> {
  const isAsked = personId !== null && asksWhatWasBought(segmentRows(shop.settings));
  return isAsked ? store.boughtBefore(shop.shopId, personId) : NOTHING;
}

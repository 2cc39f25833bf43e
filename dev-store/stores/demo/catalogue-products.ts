import type { Instant, StoreProduct } from '../../model';
import { FIRST_PRODUCT_NUMBER, FIRST_SELLING_PLAN_NUMBER, FIRST_VARIANT_NUMBER } from '../id-ranges';
import type { CatalogueEntry } from './catalogue-entry';

/** What one product of a shop differs in from its catalogue entry. */
export type Listing = Partial<Pick<StoreProduct, 'status' | 'available'>>;

/** Gives catalogue entries their ids, in their order, and the listings named by handle. */
export function catalogueProducts(
  entries: ReadonlyArray<CatalogueEntry>,
  listings: ReadonlyMap<string, Listing>,
  updatedAt: Instant,
): ReadonlyArray<StoreProduct> {
  return entries.map((entry, index) => {
    const id = String(FIRST_PRODUCT_NUMBER + index);
    const isShipped = entry.nature !== 'gift_card' && entry.nature !== 'digital';
    return {
      id,
      sourceId: id,
      variantId: String(FIRST_VARIANT_NUMBER + index),
      handle: entry.handle,
      title: entry.title,
      sku: entry.handle.toUpperCase(),
      productType: entry.productType,
      category: entry.category,
      isGiftCard: entry.nature === 'gift_card',
      requiresShipping: isShipped,
      status: 'ACTIVE',
      priceMinor: entry.priceMinor,
      costMinor: entry.costMinor,
      available: null,
      rating: entry.rating,
      imageUrl: null,
      sellingPlans: sellingPlans(entry, index),
      updatedAt,
      ...listings.get(entry.handle),
    };
  });
}

function sellingPlans(entry: CatalogueEntry, index: number): StoreProduct['sellingPlans'] {
  if (entry.percentOff === null) return [];
  const id = String(FIRST_SELLING_PLAN_NUMBER + index);
  return [{ id, name: `Every 4 weeks, ${entry.percentOff} % off`, percentOff: entry.percentOff }];
}

import type { Instant, StoreProduct } from '../../model';
import { FIRST_PRODUCT_NUMBER, FIRST_VARIANT_NUMBER } from '../id-ranges';
import { productHandle } from '../product-handle';
import type { DatedSale } from './dated-sales';
import type { Catalogue, SourceProduct } from './parse-products';

/** The products of a shop: those of the catalogue, then those that were only ever sold, in the order of their first
 * sale. Fees are none. The catalogue's title wins over the first one seen on a line. */
export function buildProducts(
  catalogue: Catalogue,
  sales: ReadonlyArray<DatedSale>,
  updatedAt: Instant,
): ReadonlyArray<StoreProduct> {
  const soldTitles = firstTitles(sales);
  const merchandise = Array.from(catalogue.bySourceId.values()).filter((product) => product.isMerchandise);
  const soldOnly = Array.from(soldTitles.keys()).filter((sourceId) => !catalogue.bySourceId.has(sourceId));
  return [...merchandise, ...soldOnly.map(productWithoutCatalogue)].map((source, index) => {
    const id = String(FIRST_PRODUCT_NUMBER + index);
    const title = source.title || soldTitles.get(source.sourceId) || source.sourceId;
    return {
      id,
      sourceId: source.sourceId,
      variantId: String(FIRST_VARIANT_NUMBER + index),
      handle: `${productHandle(title) || 'product'}-${id}`,
      title,
      sku: source.sku,
      productType: source.category ?? '',
      category: source.category,
      isGiftCard: false,
      requiresShipping: true,
      status: 'ACTIVE',
      priceMinor: source.priceMinor,
      costMinor: source.costMinor,
      available: null,
      rating: null,
      imageUrl: null,
      sellingPlans: [],
      updatedAt,
    };
  });
}

/** The first title that is not empty, for each product ever sold. */
function firstTitles(sales: ReadonlyArray<DatedSale>): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const { order } of sales) {
    for (const line of order.lines) {
      if (!titles.get(line.productSourceId)) titles.set(line.productSourceId, line.title);
    }
  }
  return titles;
}

function productWithoutCatalogue(sourceId: string): SourceProduct {
  return {
    sourceId,
    title: '',
    category: null,
    sku: null,
    priceMinor: null,
    costMinor: null,
    isMerchandise: true,
  };
}

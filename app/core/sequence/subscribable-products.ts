import type { CatalogueProduct } from '../catalogue/product';
import type { OrderLine } from '../order/order';
import { classifyProductType } from '../recommend/classify-product-type';
import type { Settings } from '../settings/settings';

/**
 * The products of an order that run out and that no subscription brings yet: what a first purchase of can lead to a
 * subscription (R58). Whether the buyer had them before is asked where it is counted.
 * In: eligible lines, catalogue by product id, settings. Out: distinct product ids.
 */
export function subscribableProducts(
  lines: ReadonlyArray<OrderLine>,
  catalogue: ReadonlyMap<string, CatalogueProduct>,
  { productTypes }: Pick<Settings, 'productTypes'>,
): ReadonlyArray<string> {
  const ids = lines.flatMap(({ productId, sellingPlanId }) => {
    const product = productId === null ? undefined : catalogue.get(productId);
    if (product === undefined || sellingPlanId !== null) return [];
    return classifyProductType(product, productTypes) === 'consumable' ? [product.productId] : [];
  });
  return [...new Set(ids)];
}

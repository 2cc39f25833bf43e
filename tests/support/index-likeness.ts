import { createLikenessIndex } from '#adapters/database/likeness-index';
import type { LikenessIndex } from '#core/catalogue/likeness';
import type { CatalogueProduct } from '#core/catalogue/product';

/** Which of these products are alike, as the kept catalogue knows it. */
export function indexLikeness(products: ReadonlyArray<CatalogueProduct>): LikenessIndex {
  const index = createLikenessIndex();
  for (const product of products) index.put(product);
  return index;
}

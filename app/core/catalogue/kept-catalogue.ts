import type { LikenessIndex } from './likeness';
import type { CatalogueProduct } from './product';

/** A shop's catalogue as kept: what is removed or was only seen in an order has a number, but is no product. */
export type KeptCatalogue = {
  readonly products: ReadonlyMap<number, CatalogueProduct>;
  readonly numbers: ReadonlyMap<string, number>; // by product id
  readonly likeness: LikenessIndex;
};

import type { CatalogueProduct } from '../catalogue/product';
import type { OrderLine } from '../order/order';
import type { Settings } from '../settings/settings';
import { priceBaseMinor } from './price-band';

/** A line that an offer may go with. */
export type Anchor = {
  readonly line: OrderLine;
  readonly product: CatalogueProduct;
  readonly priceBaseMinor: number;
};

/**
 * The lines whose product the catalogue knows, ready to be compared with candidates.
 * In: eligible lines, products by id, the price base setting, the order's merchandise subtotal in minor units.
 * Out: anchors in the sequence of the lines.
 */
export function findAnchors(
  lines: ReadonlyArray<OrderLine>,
  products: ReadonlyMap<string, CatalogueProduct>,
  base: Settings['price']['base'],
  subtotalMinor: number,
): ReadonlyArray<Anchor> {
  return lines.flatMap((line) => {
    const product = line.productId === null ? undefined : products.get(line.productId);
    return product ? [{ line, product, priceBaseMinor: priceBaseMinor(base, line, subtotalMinor) }] : [];
  });
}

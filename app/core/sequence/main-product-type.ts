import type { CatalogueProduct } from '../catalogue/product';
import type { OrderLine } from '../order/order';
import { classifyProductType } from '../recommend/classify-product-type';
import type { Settings } from '../settings/settings';
import type { ProductType } from './touch';

/**
 * The type that times touch 3. Something that runs out is worth a reminder sooner than an accessory is worth an offer,
 * so one consumable line makes the order consumable; otherwise durable, and one-time only when nothing else is in it.
 * In: eligible lines, catalogue by product id, settings. Out: the type. An unknown product counts as durable.
 */
export function mainProductType(
  lines: ReadonlyArray<OrderLine>,
  catalogue: ReadonlyMap<string, CatalogueProduct>,
  settings: Settings,
): ProductType {
  const types = new Set(
    lines.map((line) => {
      const product = line.productId === null ? undefined : catalogue.get(line.productId);
      return product === undefined ? 'durable' : classifyProductType(product, settings.productTypes);
    }),
  );
  if (types.has('consumable')) return 'consumable';
  return types.has('durable') || types.size === 0 ? 'durable' : 'one_time';
}

import type { Product } from '../catalogue/product';
import type { ProductType } from '../sequence/touch';
import type { Settings } from '../settings/settings';

/** Words of Shopify's taxonomy, and of product types merchants write themselves, for things that are used up. */
const USED_UP =
  /\b(food|beverages?|health & beauty|personal care|skin ?care|hair ?care|cosmetics|make-?up|vitamins?|supplements?|coffee|tea|wine|snacks?|treats?|litter|diapers?|nappies|household supplies|cleaning supplies|detergents?|soaps?|candles?|batteries|razor blades|refills?|(air|water|vacuum|coffee|aquarium|pool) filters?)\b/i;

/** The last part of a category that stands among used-up things without being one: coffee makers, pet food bowls. */
const LASTS =
  /\b(makers?|machines?|grinders?|tables?|storage|containers?|bowls?|feeders?|dispensers?|mugs?|cups?|holders?|tools?|appliances?|electric|dryers?|razors|brushes|bags?|cases|equipment|accessories|pots|sets?)\b/i;

/**
 * Whether a product runs out: what the merchant says of the product or its category (the nearest that is named), else a
 * selling plan, else the words of its category. What cannot be told counts as durable, and only a merchant can call
 * something one-time.
 * In: the product, the merchant's types by product id or category. Out: the type.
 */
export function classifyProductType(product: Product, overrides: Settings['productTypes']): ProductType {
  const names = [product.productId, ...categoryPath(product.category), product.productType];
  for (const name of names) {
    const override = name === null ? undefined : overrides[name];
    if (override !== undefined) return override;
  }
  if (product.sellingPlans.length > 0) return 'consumable';
  const category = product.category ?? product.productType ?? '';
  const nearest = category.split(' > ').at(-1) ?? category;
  return USED_UP.test(category) && !LASTS.test(nearest) ? 'consumable' : 'durable';
}

/** A category and those above it, nearest first. */
function categoryPath(category: string | null): ReadonlyArray<string> {
  const parts = category?.split(' > ') ?? [];
  return parts.map((_, above) => parts.slice(0, parts.length - above).join(' > '));
}

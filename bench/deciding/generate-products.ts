import type { Product } from '#core/catalogue/product';
import { seededRandom } from '../../dev-store/stores/seeded-random';
import { HISTORY_FROM } from '../mining/fill-shop';

const SEED = 20_261_126;
const CATEGORIES = 40;
const COLOURS = ['Black', 'White', 'Red', 'Blue'];

/** The id sorts as the number does, so that the store numbers the products as the baskets do. */
export const productIdOf = (number: number) => `gid://shopify/Product/${8_000_000_000_000 + number}`;

/**
 * A catalogue as shops have it: mostly cheap things, every fifth in several colours, some sold twice under one SKU, some
 * out of stock or without a category. In: how many. Out: products in the sequence of their numbers, always the same.
 */
export function generateProducts(count: number): ReadonlyArray<Product> {
  const random = seededRandom(SEED, `${count} products`);
  return Array.from({ length: count }, (_, number): Product => {
    const category = random.whole(0, CATEGORIES - 1);
    const isColoured = number % 20 < COLOURS.length;
    const model = isColoured ? Math.floor(number / 20) : number;
    return {
      productId: productIdOf(number),
      variantId: `gid://shopify/ProductVariant/${number}`,
      title: `Article ${isColoured ? `C${model}, ${COLOURS[number % 20]}` : model}`,
      url: `https://shop.test/products/article-${number}`,
      imageUrl: `https://cdn.shop.test/files/article-${number}.jpg`,
      category: random.chance(0.05) ? null : `Home & Garden > Kitchen > Shelf ${category}`,
      productType: null,
      isGiftCard: false,
      requiresShipping: true,
      isPublished: true,
      isAvailable: !random.chance(0.05),
      stock: random.whole(0, 200),
      sellsPastStock: false,
      priceMinor: Math.round(500 * 1.5 ** random.whole(0, 10)),
      compareAtMinor: null,
      costMinor: null,
      rating: { value: 4.5, count: random.whole(5, 300) },
      sellingPlans: [],
      skus: [number % 50 === 1 ? `SKU-${number - 1}` : `SKU-${number}`],
      barcodes: [],
      componentIds: [],
      updatedAt: HISTORY_FROM,
    };
  });
}

import type { Product } from '#core/catalogue/product';
import { MONDAY } from './build-order';

/** An ordinary product that can be bought now; name only the fact that matters. */
export function buildProduct(over: Partial<Product> = {}): Product {
  return {
    productId: 'gid://shopify/Product/1',
    variantId: 'gid://shopify/ProductVariant/1',
    title: 'Espresso machine',
    url: 'https://shop.test/products/espresso-machine',
    imageUrl: null,
    category: 'Coffee',
    productType: null,
    isGiftCard: false,
    requiresShipping: true,
    isPublished: true,
    isAvailable: true,
    stock: null,
    sellsPastStock: false,
    priceMinor: 10_000,
    compareAtMinor: null,
    costMinor: null,
    rating: { value: 4.8, count: 12 },
    sellingPlans: [],
    skus: [],
    barcodes: [],
    componentIds: [],
    updatedAt: MONDAY,
    ...over,
  };
}

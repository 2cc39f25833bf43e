import type { StoreProduct } from '../model';

/** Whether a shopper can buy the product now. A product that never had a price cannot be bought. */
export function isSellable(product: StoreProduct): boolean {
  return product.status === 'ACTIVE' && product.priceMinor !== null && product.available !== 0;
}

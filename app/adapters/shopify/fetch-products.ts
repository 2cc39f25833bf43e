import type { Admin } from '#flows/ports';
import type { ShopCalls } from './call-shop';
import { inBatches } from './in-batches';
import { ALL_PRODUCTS, PRODUCTS, PRODUCTS_PER_QUERY } from './operations/product';
import { parseProduct } from './parse-product';
import { readPages } from './read-pages';

export function productReads(calls: ShopCalls): Pick<Admin, 'fetchProducts' | 'fetchAllProducts'> {
  return {
    fetchProducts: (shopId, productIds) =>
      inBatches(productIds, PRODUCTS_PER_QUERY, async (ids) => {
        const { shop, nodes } = await calls.admin(shopId, PRODUCTS, { ids: [...ids] });
        const found = nodes.flatMap((node) => (node && 'variants' in node ? [node] : []));
        return found.map((node) => parseProduct(node, shop.currencyCode));
      }),

    fetchAllProducts: (shopId) =>
      readPages(async (after) => {
        const { shop, products } = await calls.admin(shopId, ALL_PRODUCTS, {
          first: PRODUCTS_PER_QUERY,
          after,
        });
        return {
          nodes: products.nodes.map((node) => parseProduct(node, shop.currencyCode)),
          pageInfo: products.pageInfo,
        };
      }),
  };
}

import { runBulkQuery, type BulkSource } from '../../bulk/run-bulk-query';
import type { DevStore } from '../../shop/dev-store';
import type { ShopState } from '../../shop/shop-state';
import { addTags } from './add-tags';
import type { AdminNodes } from './admin-nodes';
import { bulkOperationNode } from './bulk-operation-node';
import { createDiscountCode, type DiscountInput } from './create-discount-code';
import { createWebPixel } from './create-web-pixel';
import { updateConsent, type ConsentInput } from './update-consent';
import { updateWebPixel } from './update-web-pixel';

/** The fields of Mutation for one shop. */
export function adminMutations(store: DevStore, shop: ShopState, nodes: AdminNodes, bulkSource: BulkSource) {
  return {
    bulkOperationRunQuery: ({ query }: { readonly query: string }) => {
      const { operation, userErrors } = runBulkQuery(store, shop, bulkSource, query);
      return { bulkOperation: operation === null ? null : bulkOperationNode(operation), userErrors };
    },
    customerEmailMarketingConsentUpdate: ({ input }: { readonly input: ConsentInput }) =>
      updateConsent(store, shop, nodes, input),
    tagsAdd: (wanted: { readonly id: string; readonly tags: ReadonlyArray<string> }) =>
      addTags(store, shop, nodes, wanted),
    discountCodeBasicCreate: ({ basicCodeDiscount }: { readonly basicCodeDiscount: DiscountInput }) =>
      createDiscountCode(store, shop, basicCodeDiscount),
    webPixelCreate: ({ webPixel }: { readonly webPixel: { readonly settings: unknown } }) =>
      createWebPixel(shop, webPixel.settings),
    webPixelUpdate: (wanted: { readonly id: string; readonly webPixel: { readonly settings: unknown } }) =>
      updateWebPixel(shop, wanted.id, wanted.webPixel.settings),
  };
}

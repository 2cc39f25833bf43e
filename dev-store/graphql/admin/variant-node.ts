import type { StoreProduct } from '../../model';
import { decimalAmount } from '../../shop/money';
import { isSellable } from '../../shop/product-availability';
import type { ShopState } from '../../shop/shop-state';
import { connectList, type PageArguments } from '../connection';
import { gid } from '../gid';
import type { AdminNodes } from './admin-nodes';
import { isoTime } from './iso-time';
import { moneyV2 } from './money-bag';
import { sellingPlanGroups } from './selling-plan-node';

/** The only variant of a product. */
export function variantNode(shop: ShopState, product: StoreProduct, nodes: AdminNodes) {
  const { currency } = shop.shop;
  return {
    __typename: 'ProductVariant',
    id: gid('ProductVariant', product.variantId),
    legacyResourceId: product.variantId,
    title: 'Default Title',
    displayName: product.title,
    sku: product.sku,
    barcode: product.barcode ?? null,
    position: 1,
    taxable: true,
    selectedOptions: [{ name: 'Title', value: 'Default Title' }],
    price() {
      return decimalAmount(product.priceMinor ?? 0, currency);
    },
    compareAtPrice() {
      return product.compareAtMinor === undefined ? null : decimalAmount(product.compareAtMinor, currency);
    },
    availableForSale: isSellable(product),
    inventoryPolicy: 'DENY',
    inventoryQuantity: product.available ?? 0,
    sellableOnlineQuantity: product.available ?? 0,
    createdAt() {
      return isoTime(product.updatedAt);
    },
    updatedAt() {
      return isoTime(product.updatedAt);
    },
    inventoryItem() {
      return {
        __typename: 'InventoryItem',
        id: gid('InventoryItem', product.variantId),
        sku: product.sku,
        tracked: product.available !== null,
        requiresShipping: product.requiresShipping,
        unitCost: product.costMinor === null ? null : moneyV2(product.costMinor, currency),
      };
    },
    sellingPlanGroups(page: PageArguments) {
      return connectList(sellingPlanGroups(product), page, (group) => group);
    },
    product() {
      return nodes.product(product);
    },
  };
}

import type { StoreProduct } from '../../model';
import type { DevStore } from '../../shop/dev-store';
import { isSellable } from '../../shop/product-availability';
import type { ShopState } from '../../shop/shop-state';
import { imageNode } from '../admin/image-node';
import { moneyV2 } from '../admin/money-bag';
import { connectList, type PageArguments } from '../connection';
import { gid } from '../gid';

/** A product as shoppers see it: no cost, no stock of what is not tracked. */
export function storefrontProductNode(store: DevStore, shop: ShopState, product: StoreProduct): object {
  const price = () => moneyV2(product.priceMinor ?? 0, shop.shop.currency);
  return {
    __typename: 'Product',
    id: gid('Product', product.id),
    title: product.title,
    handle: product.handle,
    description: '',
    vendor: shop.shop.name,
    productType: product.productType,
    tags: [],
    isGiftCard: product.isGiftCard,
    requiresSellingPlan: false,
    availableForSale: isSellable(product),
    totalInventory: product.available,
    onlineStoreUrl: `${store.origin}/store/${shop.handle}/products/${product.handle}`,
    featuredImage: () => imageNode(product),
    priceRange: () => ({ minVariantPrice: price(), maxVariantPrice: price() }),
    variants: (page: PageArguments) =>
      connectList([product], page, () => storefrontVariantNode(store, shop, product)),
  };
}

export function storefrontVariantNode(store: DevStore, shop: ShopState, product: StoreProduct): object {
  return {
    __typename: 'ProductVariant',
    id: gid('ProductVariant', product.variantId),
    title: 'Default Title',
    sku: product.sku,
    availableForSale: isSellable(product),
    currentlyNotInStock: product.available === 0,
    quantityAvailable: product.available,
    requiresShipping: product.requiresShipping,
    price: () => moneyV2(product.priceMinor ?? 0, shop.shop.currency),
    compareAtPrice: null,
    image: () => imageNode(product),
    product: () => storefrontProductNode(store, shop, product),
    sellingPlanAllocations: (page: PageArguments) =>
      connectList(product.sellingPlans, page, (plan) => ({
        sellingPlan: { __typename: 'SellingPlan', id: gid('SellingPlan', plan.id), name: plan.name },
      })),
  };
}

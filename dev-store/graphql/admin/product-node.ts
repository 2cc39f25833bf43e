import type { StoreProduct } from '../../model';
import type { DevStore } from '../../shop/dev-store';
import type { ShopState } from '../../shop/shop-state';
import { connectList, type PageArguments } from '../connection';
import { gid } from '../gid';
import type { AdminNodes } from './admin-nodes';
import { categoryNode } from './category-node';
import { imageNode, mediaImageNode } from './image-node';
import { isoTime } from './iso-time';
import { moneyV2 } from './money-bag';
import { reviewMetafield } from './review-metafield';
import { sellingPlanGroups } from './selling-plan-node';

export function productNode(store: DevStore, shop: ShopState, product: StoreProduct, nodes: AdminNodes) {
  const price = () => moneyV2(product.priceMinor ?? 0, shop.shop.currency);
  const pageUrl = `${store.origin}/store/${shop.handle}/products/${product.handle}`;
  return {
    __typename: 'Product',
    id: gid('Product', product.id),
    legacyResourceId: product.id,
    title: product.title,
    handle: product.handle,
    status: product.status,
    vendor: shop.shop.name,
    productType: product.productType,
    tags: [],
    isGiftCard: product.isGiftCard,
    description: '',
    descriptionHtml: '',
    category() {
      return categoryNode(product.category);
    },
    createdAt() {
      return isoTime(product.updatedAt);
    },
    updatedAt() {
      return isoTime(product.updatedAt);
    },
    publishedAt() {
      return product.status === 'ACTIVE' ? isoTime(product.updatedAt) : null;
    },
    onlineStoreUrl: product.status === 'ACTIVE' ? pageUrl : null,
    onlineStorePreviewUrl: pageUrl,
    requiresSellingPlan: false,
    hasOnlyDefaultVariant: true,
    tracksInventory: product.available !== null,
    totalInventory: product.available ?? 0,
    featuredMedia() {
      return mediaImageNode(product);
    },
    media(page: PageArguments) {
      const media = mediaImageNode(product);
      return connectList(media === null ? [] : [media], page, (item) => item);
    },
    featuredImage() {
      return imageNode(product);
    },
    priceRangeV2() {
      return { minVariantPrice: price(), maxVariantPrice: price() };
    },
    metafield(wanted: { readonly namespace?: string | null; readonly key: string }) {
      return reviewMetafield(product, wanted.namespace ?? null, wanted.key);
    },
    sellingPlanGroups(page: PageArguments) {
      return connectList(sellingPlanGroups(product), page, (group) => group);
    },
    bundleComponents(page: PageArguments) {
      const components = (product.componentIds ?? []).flatMap((id) => shop.products.get(id) ?? []);
      return connectList(components, page, (component) => ({
        componentProduct: () => nodes.product(component),
        quantity: 1,
      }));
    },
    variants(page: PageArguments) {
      return connectList([product], page, nodes.variant);
    },
    collections(page: PageArguments) {
      return connectList<object>([], page, (item) => item);
    },
  };
}

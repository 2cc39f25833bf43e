import type { StoreProduct } from '../../model';
import { isSellable } from '../../shop/product-availability';
import type { DevStore } from '../../shop/dev-store';
import type { ShopState } from '../../shop/shop-state';
import { connectList, type PageArguments } from '../connection';
import { gid, idOfGid } from '../gid';
import { cartNode } from './cart-node';
import { createCart, type CartInput } from './create-cart';
import { storefrontProductNode, storefrontVariantNode } from './storefront-product-node';

/** The fields of the Storefront API's QueryRoot and Mutation for one shop: what a shopper may see. */
export function storefrontRoot(store: DevStore, shop: ShopState) {
  const findNode = (globalId: string) => {
    const product = shop.products.get(idOfGid('Product', globalId) ?? '');
    if (product !== undefined)
      return isPublished(product) ? storefrontProductNode(store, shop, product) : null;
    const parent = shop.productsByVariant.get(idOfGid('ProductVariant', globalId) ?? '');
    if (parent !== undefined) return isPublished(parent) ? storefrontVariantNode(store, shop, parent) : null;
    const cart = shop.carts.get(idOfGid('Cart', globalId) ?? '');
    return cart === undefined ? null : cartNode(store, shop, cart);
  };
  return {
    shop: () => ({
      __typename: 'Shop',
      id: gid('Shop', String(shop.numericId)),
      name: shop.shop.name,
      description: null,
      moneyFormat: '{{amount}}',
    }),
    node: ({ id }: { readonly id: string }) => findNode(id),
    nodes: ({ ids }: { readonly ids: ReadonlyArray<string> }) => ids.map(findNode),
    cart: ({ id }: { readonly id: string }) => findNode(id),
    product: ({ id, handle }: { readonly id?: string | null; readonly handle?: string | null }) => {
      if (id != null) return findNode(id);
      const product = Array.from(shop.products.values()).find((candidate) => candidate.handle === handle);
      return product !== undefined && isPublished(product)
        ? storefrontProductNode(store, shop, product)
        : null;
    },
    products: (page: PageArguments) =>
      connectList(Array.from(shop.products.values()).filter(isSellable), page, (product) =>
        storefrontProductNode(store, shop, product),
      ),
    cartCreate: ({ input }: { readonly input?: CartInput | null }) => createCart(store, shop, input ?? {}),
  };
}

function isPublished(product: StoreProduct): boolean {
  return product.status === 'ACTIVE';
}

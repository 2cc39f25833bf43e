import type { DevStore } from '../../shop/dev-store';
import type { ShopState } from '../../shop/shop-state';
import { ordersInReach } from '../../shop/orders-in-reach';
import { search, type SearchArguments } from '../search';
import { searchedFrom } from '../search-query';
import type { AdminNodes } from './admin-nodes';
import { appInstallationNode } from './app-installation-node';
import { discountNodeByCode } from './discount-node';
import { findNode } from './find-node';
import { SEARCHABLE_CUSTOMERS, SEARCHABLE_ORDERS, SEARCHABLE_PRODUCTS } from './searchable-things';
import { shopNode } from './shop-node';
import { webPixelNode } from './update-web-pixel';

type ById = { readonly id: string };

/** The fields of QueryRoot for one shop. */
export function adminQueries(store: DevStore, shop: ShopState, nodes: AdminNodes) {
  const { zone } = shop.shop;
  const ofType = (type: string) => (wanted: ById) =>
    wanted.id.startsWith(`gid://shopify/${type}/`) ? findNode(shop, nodes, wanted.id) : null;
  return {
    node: ({ id }: ById) => findNode(shop, nodes, id),
    nodes: ({ ids }: { readonly ids: ReadonlyArray<string> }) => ids.map((id) => findNode(shop, nodes, id)),
    order: ofType('Order'),
    refund: ofType('Refund'),
    customer: ofType('Customer'),
    product: ofType('Product'),
    productVariant: ofType('ProductVariant'),
    bulkOperation: ofType('BulkOperation'),
    orders: (wanted: SearchArguments) =>
      search(
        ordersInReach(store, shop, searchedFrom(wanted.query, 'updated_at', zone)),
        SEARCHABLE_ORDERS,
        wanted,
        zone,
        nodes.order,
      ),
    customers: (wanted: SearchArguments) =>
      search(shop.customers.values(), SEARCHABLE_CUSTOMERS, wanted, zone, nodes.customer),
    products: (wanted: SearchArguments) =>
      search(shop.products.values(), SEARCHABLE_PRODUCTS, wanted, zone, nodes.product),
    codeDiscountNodeByCode: ({ code }: { readonly code: string }) => discountNodeByCode(store, shop, code),
    shop: () => shopNode(store, shop),
    currentAppInstallation: () => appInstallationNode(store, shop),
    webPixel: () => webPixelNode(shop),
  };
}

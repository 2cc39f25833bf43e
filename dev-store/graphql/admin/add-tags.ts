import { deliverSoon } from '../../clock/deliver-soon';
import { tagCustomer, tagOrder } from '../../shop/add-tags';
import type { DevStore } from '../../shop/dev-store';
import type { ShopState } from '../../shop/shop-state';
import { idOfGid } from '../gid';
import type { AdminNodes } from './admin-nodes';
import { userError } from './user-error';

type Wanted = { readonly id: string; readonly tags: ReadonlyArray<string> };

/** Mutation.tagsAdd for customers and orders. */
export function addTags(store: DevStore, shop: ShopState, nodes: AdminNodes, { id, tags }: Wanted) {
  const customer = shop.customers.get(idOfGid('Customer', id) ?? '');
  if (customer !== undefined) {
    tagCustomer(store, shop, customer, tags);
    deliverSoon(store);
    return { node: nodes.customer(customer), userErrors: [] };
  }
  const order = shop.orders.get(idOfGid('Order', id) ?? '');
  if (order !== undefined) {
    tagOrder(store, shop, order, tags);
    deliverSoon(store);
    return { node: nodes.order(order), userErrors: [] };
  }
  return {
    node: null,
    userErrors: [userError(['id'], `${id} is no customer or order of this shop`, 'INVALID')],
  };
}

import type { ShopState } from '../../shop/shop-state';
import { idOfGid, typeOfGid } from '../gid';
import type { AdminNodes } from './admin-nodes';
import { bulkOperationNode } from './bulk-operation-node';

/** The thing of a global id; null when the shop has none of it. */
export function findNode(shop: ShopState, nodes: AdminNodes, globalId: string): object | null {
  const type = typeOfGid(globalId);
  const id = type === null ? null : idOfGid(type, globalId);
  if (type === null || id === null) return null;
  const find = FINDERS[type];
  return find === undefined ? null : find(shop, nodes, id);
}

type Find = (shop: ShopState, nodes: AdminNodes, id: string) => object | null;

function finder<T>(
  read: (shop: ShopState, id: string) => T | undefined,
  toNode: (nodes: AdminNodes, found: T) => object,
): Find {
  return (shop, nodes, id) => {
    const found = read(shop, id);
    return found === undefined ? null : toNode(nodes, found);
  };
}

const FINDERS: Readonly<Record<string, Find>> = {
  Order: finder(
    (shop, id) => shop.orders.get(id),
    (nodes, order) => nodes.order(order),
  ),
  Refund: finder(
    (shop, id) => {
      for (const order of shop.orders.values()) {
        const refund = order.refunds.find((candidate) => candidate.id === id);
        if (refund !== undefined) return { order, refund };
      }
      return undefined;
    },
    (nodes, { order, refund }) => nodes.refund(order, refund),
  ),
  Customer: finder(
    (shop, id) => shop.customers.get(id),
    (nodes, customer) => nodes.customer(customer),
  ),
  Product: finder(
    (shop, id) => shop.products.get(id),
    (nodes, product) => nodes.product(product),
  ),
  ProductVariant: finder(
    (shop, id) => shop.productsByVariant.get(id),
    (nodes, product) => nodes.variant(product),
  ),
  BulkOperation: finder(
    (shop, id) => shop.bulkOperations.get(id),
    (_, operation) => bulkOperationNode(operation),
  ),
};

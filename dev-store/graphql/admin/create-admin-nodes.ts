import type { StoreProduct } from '../../model';
import type { DevStore } from '../../shop/dev-store';
import type { ShopState } from '../../shop/shop-state';
import type { AdminNodes } from './admin-nodes';
import { customerNode } from './customer-node';
import { lineItemNode } from './line-item-node';
import { orderNode } from './order-node';
import { productNode } from './product-node';
import { refundNode } from './refund-node';
import { variantNode } from './variant-node';

/** Nodes for one call. An order's lines often lead to the same product, which is drawn once. */
export function createAdminNodes(store: DevStore, shop: ShopState): AdminNodes {
  const nodes: AdminNodes = {
    order: (order) => orderNode(shop, order, nodes),
    refund: (order, refund) => refundNode(order, refund, nodes),
    lineItem: (order, line) => lineItemNode(shop, order, line, nodes),
    customer: (customer) => customerNode(shop, customer, nodes),
    product: drawOnce((product: StoreProduct) => productNode(store, shop, product, nodes)),
    variant: drawOnce((product: StoreProduct) => variantNode(shop, product, nodes)),
  };
  return nodes;
}

function drawOnce<T extends object>(draw: (thing: T) => object): (thing: T) => object {
  const drawn = new Map<T, object>();
  return (thing) => {
    const known = drawn.get(thing) ?? draw(thing);
    drawn.set(thing, known);
    return known;
  };
}

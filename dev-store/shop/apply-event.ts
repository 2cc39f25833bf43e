import type { Instant, StoreEvent, StoreOrder } from '../model';
import { announceOrder, announceOrderChange, announceProducts, announceRefund } from '../webhooks/announce';
import { cancelOrder } from './cancel-order';
import type { DevStore } from './dev-store';
import { refundOrder } from './refund-order';
import { addOrder, type ShopState } from './shop-state';

/** Lets everything up to and including `until` have happened, without telling the app: the shop's history. */
export function applyHistory(shop: ShopState, until: Instant): void {
  for (;;) {
    const event = shop.events[shop.nextEvent];
    if (event === undefined || event.at > until) return;
    shop.nextEvent += 1;
    applyEvent(shop, event);
  }
}

/** Lets the shop's next event happen and queues the webhooks that Shopify would send. */
export function applyNextEvent(store: DevStore, shop: ShopState): void {
  const event = shop.events[shop.nextEvent];
  if (event === undefined) return;
  shop.nextEvent += 1;
  const { order, repriced } = applyEvent(shop, event);
  if (event.kind === 'order_paid') announceOrder(store, shop, order);
  if (event.kind === 'order_cancelled') announceOrderChange(store, shop, order, 'orders/cancelled');
  if (event.kind === 'order_refunded') announceRefund(store, shop, order);
  announceProducts(store, shop, repriced);
}

type Applied = { readonly order: StoreOrder; readonly repriced: ReadonlyArray<string> };

function applyEvent(shop: ShopState, event: StoreEvent): Applied {
  if (event.kind === 'order_paid') {
    event.order.paidAt ??= event.at;
    addOrder(shop, event.order);
    return {
      order: event.order,
      repriced: shop.seed.pricesFollowOrders ? followPrices(shop, event.order) : [],
    };
  }
  const order = shop.orders.get(event.orderId);
  if (order === undefined) {
    throw new Error(
      `${shop.shop.domain}: ${event.kind} names order ${event.orderId}, which was not placed before ${new Date(event.at).toISOString()}: put its order_paid event first`,
    );
  }
  if (event.kind === 'order_cancelled') cancelOrder(shop, order, event.at);
  else refundOrder(shop, order, event.lines, event.at);
  return { order, repriced: [] };
}

/**
 * Where the data has no catalogue price, it is the one that the last two orders of a product agree on: a single order at
 * another price is a bargain with its buyer, and no shop changes its catalogue for that. Answers with the products it
 * moved.
 */
function followPrices(shop: ShopState, order: StoreOrder): ReadonlyArray<string> {
  // A line of price 0 is a gift, not a new price.
  const priced = order.lines.filter((line) => line.unitMinor > 0);
  const paid = new Map(priced.map((line) => [line.productId, line.unitMinor]));
  const moved: string[] = [];
  for (const [productId, unitMinor] of paid) {
    const product = productId === null ? undefined : shop.products.get(productId);
    if (product === undefined) continue;
    const lastPaid = shop.lastPaidMinor.get(product.id);
    shop.lastPaidMinor.set(product.id, unitMinor);
    if (product.priceMinor === unitMinor || (product.priceMinor !== null && lastPaid !== unitMinor)) continue;
    product.priceMinor = unitMinor;
    product.updatedAt = order.createdAt;
    moved.push(product.id);
  }
  return moved;
}

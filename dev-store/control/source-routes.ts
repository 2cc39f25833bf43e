import { sendJson } from '../http/respond';
import type { Call } from '../http/route';
import { shopOfControl } from '../http/shop-of-call';
import type { DevStore } from '../shop/dev-store';

/** GET /_dev/facts?shop=: what a simulation must know before it sets the clock, future events included. */
export function answerFacts(store: DevStore, { response, url }: Call): void {
  const { shop, seed, events } = shopOfControl(store, url.searchParams.get('shop'));
  const lastOrder = events.findLast((event) => event.kind === 'order_paid');
  sendJson(response, 200, {
    zone: shop.zone,
    currency: shop.currency,
    lastOrderAt: lastOrder?.at ?? null,
    orders: events.filter((event) => event.kind === 'order_paid').length,
    customers: seed.customers.length,
  });
}

/** GET /_dev/ids?shop=: for every GID the id that the data folder has for it. */
export function answerIds(store: DevStore, { response, url }: Call): void {
  const { orders, customers, products } = shopOfControl(store, url.searchParams.get('shop'));
  const sourceIds = (kind: string, things: Iterable<{ readonly id: string; readonly sourceId: string }>) =>
    Object.fromEntries(Array.from(things, ({ id, sourceId }) => [`gid://shopify/${kind}/${id}`, sourceId]));
  sendJson(response, 200, {
    orders: sourceIds('Order', orders.values()),
    customers: sourceIds('Customer', customers.values()),
    products: sourceIds('Product', products.values()),
  });
}

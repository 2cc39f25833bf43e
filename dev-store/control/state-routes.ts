import { sendJson } from '../http/respond';
import type { Call } from '../http/route';
import { shopOfControl } from '../http/shop-of-call';
import type { DevStore } from '../shop/dev-store';

/** GET /_dev/state?shop=: counts for tests. */
export function answerState(store: DevStore, { response, url }: Call): void {
  const shop = shopOfControl(store, url.searchParams.get('shop'));
  sendJson(response, 200, {
    now: new Date(store.clock.now).toISOString(),
    isInstalled: shop.isInstalled,
    orders: shop.orders.size,
    customers: shop.customers.size,
    products: shop.products.size,
    discounts: shop.discounts.size,
    carts: shop.carts.size,
    eventsLeft: shop.events.length - shop.nextEvent,
    waiting: store.agenda.count(shop.shop.domain),
    ...store.log.counts(shop.shop.domain),
  });
}

/** GET /_dev/log: the last calls in both directions, newest last. */
export function answerLog(store: DevStore, { response }: Call): void {
  sendJson(response, 200, store.log.recent());
}

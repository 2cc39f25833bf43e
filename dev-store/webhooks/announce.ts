import type { StoreCustomer, StoreOrder } from '../model';
import type { DevStore } from '../shop/dev-store';
import type { ShopState } from '../shop/shop-state';
import { orderPayload } from './payloads/order-payload';
import { consentPayload, tagsPayload } from './payloads/customer-payload';
import { productPayload } from './payloads/product-payload';
import { refundPayload } from './payloads/refund-payload';
import { queueWebhooks } from './queue-webhook';

/** The webhooks that follow each change in a shop, as Shopify sends them. */

export function announceOrder(store: DevStore, shop: ShopState, order: StoreOrder): void {
  const topics = order.paidAt === null ? ['orders/create'] : ['orders/create', 'orders/paid'];
  queueWebhooks(store, shop, topics, () => orderPayload(store, shop, order));
}

export function announceOrderChange(
  store: DevStore,
  shop: ShopState,
  order: StoreOrder,
  topic: 'orders/paid' | 'orders/cancelled' | null,
): void {
  const topics = topic === null ? ['orders/updated'] : [topic, 'orders/updated'];
  queueWebhooks(store, shop, topics, () => orderPayload(store, shop, order));
}

export function announceRefund(store: DevStore, shop: ShopState, order: StoreOrder): void {
  const refund = order.refunds.at(-1);
  if (refund !== undefined)
    queueWebhooks(store, shop, ['refunds/create'], () => refundPayload(shop, order, refund));
  announceOrderChange(store, shop, order, null);
}

export function announceProducts(store: DevStore, shop: ShopState, productIds: ReadonlyArray<string>): void {
  for (const id of productIds) {
    const product = shop.products.get(id);
    if (product !== undefined)
      queueWebhooks(store, shop, ['products/update'], () => productPayload(shop, product));
  }
}

export function announceConsent(store: DevStore, shop: ShopState, customer: StoreCustomer): void {
  queueWebhooks(store, shop, ['customers_email_marketing_consent/update'], () => consentPayload(customer));
}

export function announceTags(
  store: DevStore,
  shop: ShopState,
  customer: StoreCustomer,
  change: 'added' | 'removed',
  tags: ReadonlyArray<string>,
): void {
  if (tags.length === 0) return;
  queueWebhooks(store, shop, [`customer.tags_${change}`], () => tagsPayload(customer, tags, store.clock.now));
}

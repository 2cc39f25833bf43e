import type { StoreCustomer, StoreOrder } from '../model';
import { announceOrderChange, announceTags } from '../webhooks/announce';
import type { DevStore } from './dev-store';
import { markChanged, type ShopState } from './shop-state';

/** Adds the tags that the customer does not have yet and queues the webhook for those. */
export function tagCustomer(
  store: DevStore,
  shop: ShopState,
  customer: StoreCustomer,
  tags: ReadonlyArray<string>,
): void {
  const added = missingTags(customer.tags, tags);
  customer.tags = [...customer.tags, ...added];
  announceTags(store, shop, customer, 'added', added);
}

export function tagOrder(
  store: DevStore,
  shop: ShopState,
  order: StoreOrder,
  tags: ReadonlyArray<string>,
): void {
  order.tags = [...order.tags, ...missingTags(order.tags, tags)];
  markChanged(shop, order, store.clock.now);
  announceOrderChange(store, shop, order, null);
}

function missingTags(present: ReadonlyArray<string>, wanted: ReadonlyArray<string>): ReadonlyArray<string> {
  return Array.from(new Set(wanted)).filter((tag) => !present.includes(tag));
}

import type { Instant, StoreOrder } from '../model';
import type { DevStore } from './dev-store';
import type { ShopState } from './shop-state';

const ALL_ORDERS = 'read_all_orders';
const REACH_MS = 60 * 86_400_000;

/** The orders that lists show to the app: without the permission to read all, those of the last 60 days. */
export function ordersInReach(
  { app, clock }: Pick<DevStore, 'app' | 'clock'>,
  shop: Pick<ShopState, 'orders' | 'orderChanges'>,
  changedFrom: Instant | null, // nothing older is wanted
): Iterable<StoreOrder> {
  const orders = changedFrom === null ? shop.orders.values() : changedSince(shop, changedFrom);
  if (app.scopes.includes(ALL_ORDERS)) return orders;
  const from = clock.now - REACH_MS;
  return Array.from(orders).filter(({ createdAt }) => createdAt >= from);
}

/** The app asks every quarter of an hour, so this goes back from the newest change instead of through all orders. */
function changedSince(
  { orderChanges }: Pick<ShopState, 'orderChanges'>,
  from: Instant,
): Iterable<StoreOrder> {
  const found = new Set<StoreOrder>();
  for (let at = orderChanges.length - 1; at >= 0; at -= 1) {
    const change = orderChanges[at];
    if (change === undefined || change.at < from) break;
    found.add(change.order);
  }
  return found;
}

import type { StoreOrder } from '../model';
import type { DevStore } from './dev-store';
import type { ShopState } from './shop-state';

const ALL_ORDERS = 'read_all_orders';
const REACH_MS = 60 * 86_400_000;

/** The orders that lists show to the app: without the permission to read all, those of the last 60 days. */
export function ordersInReach(
  { app, clock }: Pick<DevStore, 'app' | 'clock'>,
  shop: Pick<ShopState, 'orders'>,
): Iterable<StoreOrder> {
  if (app.scopes.includes(ALL_ORDERS)) return shop.orders.values();
  const from = clock.now - REACH_MS;
  return Array.from(shop.orders.values()).filter(({ createdAt }) => createdAt >= from);
}

import type { Instant, StoreOrder } from '../model';
import { markChanged, type ShopState } from './shop-state';

/** Cancels an order. What was paid stays paid: giving it back is a refund of its own. */
export function cancelOrder(shop: ShopState, order: StoreOrder, at: Instant): void {
  order.cancelledAt = at;
  markChanged(shop, order, at);
}

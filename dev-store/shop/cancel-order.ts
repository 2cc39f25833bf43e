import type { Instant, StoreOrder } from '../model';

/** Cancels an order. What was paid stays paid: giving it back is a refund of its own. */
export function cancelOrder(order: StoreOrder, at: Instant): void {
  order.cancelledAt = at;
  order.updatedAt = Math.max(order.updatedAt, at);
}

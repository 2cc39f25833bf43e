import type { Reason } from '#core/suppression/reasons';
import { recheckOrder } from '#core/suppression/order-validity';
import type { Instant } from '#core/shared/time';
import { enrolOrder } from './enrol-order';
import type { Tools } from './ports';
import { recordOrders } from './record-orders';

/**
 * Brings Encore up to date with one order: keeps its present state, ends its enrolment when it was cancelled or fully
 * refunded, and decides about enrolling once it is confirmed. Safe to repeat, in any order.
 * In: shop, order GID, now (ms). Out: nothing. An order that Shopify does not know (another shop's id) changes nothing.
 */
export async function applyOrderChange(
  tools: Pick<Tools, 'store' | 'admin' | 'ids' | 'links' | 'log'>,
  input: { readonly shopId: string; readonly orderId: string; readonly now: Instant },
): Promise<void> {
  const { shopId, orderId, now } = input;
  const [fetched] = await tools.admin.fetchOrders(shopId, [orderId]);
  if (!fetched) {
    tools.log.info({ shopId, orderId }, 'order is not known to this shop; nothing to do');
    return;
  }
  await recordOrders(tools, { shopId, orders: [fetched.order] });

  const ended: Reason | null = recheckOrder(fetched.order);

  if (ended) await tools.store.exitEnrolmentOfOrder(shopId, orderId, ended, now);
  await enrolOrder(tools, { ...fetched, shopId, now });
}

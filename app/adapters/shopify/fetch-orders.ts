import { toIso } from '#core/shared/time';
import type { Admin, OrderWithCustomer } from '#flows/ports';
import type { ShopCalls } from './call-shop';
import { inBatches } from './in-batches';
import { MORE_LINES, MORE_REFUND_LINES, ORDERS, ORDERS_PER_QUERY, UPDATED_ORDERS } from './operations/order';
import { parseCustomer } from './parse-customer';
import { parseOrder } from './parse-order';
import { readPages, readRest } from './read-pages';

export function orderReads(calls: ShopCalls): Pick<Admin, 'fetchOrders' | 'updatedOrderIds'> {
  const fetchBatch = async (
    shopId: string,
    ids: ReadonlyArray<string>,
  ): Promise<ReadonlyArray<OrderWithCustomer>> => {
    const { nodes } = await calls.admin(shopId, ORDERS, { ids: [...ids] });
    return Promise.all(
      nodes
        .flatMap((node) => (node && 'lineItems' in node ? [node] : []))
        .map(async (node) => {
          const lines = await readRest(node.lineItems, (after) => moreLines(shopId, node.id, after));
          const refunds = await Promise.all(
            node.refunds.map(async (refund) => ({
              ...refund,
              lines: await readRest(refund.refundLineItems, (after) =>
                moreRefundLines(shopId, refund.id, after),
              ),
            })),
          );
          return {
            order: parseOrder({ ...node, refunds }, lines),
            customer: parseCustomer(node.customer, node.email ?? null),
          };
        }),
    );
  };

  const moreLines = async (shopId: string, orderId: string, after: string) =>
    (await calls.admin(shopId, MORE_LINES, { orderId, after })).order?.lineItems;

  const moreRefundLines = async (shopId: string, refundId: string, after: string) =>
    (await calls.admin(shopId, MORE_REFUND_LINES, { refundId, after })).refund?.refundLineItems;

  return {
    fetchOrders: (shopId, orderIds) =>
      inBatches(orderIds, ORDERS_PER_QUERY, (ids) => fetchBatch(shopId, ids)),

    updatedOrderIds: async (shopId, since) => {
      const query = `updated_at:>='${toIso(since)}'`;
      const found: { orderId: string; updatedAt: number }[] = [];
      const pages = readPages(
        async (after) => (await calls.admin(shopId, UPDATED_ORDERS, { query, after })).orders,
      );
      for await (const nodes of pages) {
        for (const { id, updatedAt } of nodes) found.push({ orderId: id, updatedAt: Date.parse(updatedAt) });
      }
      return found;
    },
  };
}

import { toIso } from '#core/shared/time';
import type { Admin, OrderWithCustomer } from '#flows/ports';
import type { ShopCalls } from './call-shop';
import { inBatches } from './in-batches';
import { MORE_LINES, ORDERS, ORDERS_PER_QUERY, UPDATED_ORDERS } from './operations/order';
import { parseCustomer } from './parse-customer';
import { parseOrder, type LineNode } from './parse-order';
import { readPages } from './read-pages';

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
          const { nodes: lines, pageInfo } = node.lineItems;
          const rest = pageInfo.hasNextPage ? await moreLines(shopId, node.id, pageInfo.endCursor ?? '') : [];
          return {
            order: parseOrder(node, [...lines, ...rest]),
            customer: parseCustomer(node.customer, node.email ?? null),
          };
        }),
    );
  };

  const moreLines = async (
    shopId: string,
    orderId: string,
    from: string,
  ): Promise<ReadonlyArray<LineNode>> => {
    const lines: LineNode[] = [];
    const pages = readPages(async (after) => {
      const { order } = await calls.admin(shopId, MORE_LINES, { orderId, after: after ?? from });
      return order?.lineItems ?? { nodes: [], pageInfo: { hasNextPage: false } };
    });
    for await (const page of pages) lines.push(...page);
    return lines;
  };

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

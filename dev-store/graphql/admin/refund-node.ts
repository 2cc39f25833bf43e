import type { StoreOrder, StoreRefund } from '../../model';
import { connectList, type PageArguments } from '../connection';
import { gid } from '../gid';
import type { AdminNodes } from './admin-nodes';
import { isoTime } from './iso-time';
import { moneyBag } from './money-bag';

export function refundNode(order: StoreOrder, refund: StoreRefund, nodes: AdminNodes) {
  const { currency } = order;
  const at = isoTime(refund.at);
  const total = refund.lines.reduce((sum, line) => sum + line.subtotalMinor, 0);
  return {
    __typename: 'Refund',
    id: gid('Refund', refund.id),
    createdAt: at,
    processedAt: at,
    updatedAt: at,
    note: null,
    totalRefundedSet: () => moneyBag(total, currency),
    refundLineItems: (page: PageArguments) =>
      connectList(refund.lines, page, ({ lineId, quantity, subtotalMinor }) => ({
        quantity,
        restockType: 'NO_RESTOCK',
        subtotalSet: () => moneyBag(subtotalMinor, currency),
        lineItem: () => {
          const line = order.lines.find(({ id }) => id === lineId);
          return line === undefined ? null : nodes.lineItem(order, line);
        },
      })),
  };
}

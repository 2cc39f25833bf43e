import type { StoreOrder } from '../../model';
import { orderTotals } from '../../shop/order-money';
import { gid } from '../gid';
import { isoTime } from './iso-time';
import { moneyBag } from './money-bag';

/** The payments of an order: one sale when it was paid, and one refund for each return. */
export function transactionNodes(order: StoreOrder): ReadonlyArray<object> {
  if (order.paidAt === null) return [];
  const sale = transactionNode(order, order.id, 'SALE', order.paidAt, orderTotals(order).total);
  const refunds = order.refunds.map((refund) =>
    transactionNode(
      order,
      refund.id,
      'REFUND',
      refund.at,
      refund.lines.reduce((sum, line) => sum + line.subtotalMinor, 0),
    ),
  );
  return [sale, ...refunds];
}

function transactionNode(order: StoreOrder, id: string, kind: 'SALE' | 'REFUND', at: number, minor: number) {
  return {
    __typename: 'OrderTransaction',
    id: gid('OrderTransaction', id),
    kind,
    status: 'SUCCESS',
    test: order.test,
    gateway: order.test ? 'bogus' : 'shopify_payments',
    createdAt: isoTime(at),
    processedAt: isoTime(at),
    amountSet: moneyBag(minor, order.currency),
  };
}

import type { StoreLine, StoreOrder } from '../model';

/** What a line costs after its discounts, in minor units. */
export function lineTotalMinor(line: StoreLine): number {
  return line.unitMinor * line.quantity - line.discountMinor;
}

/** The lines after discounts, before returns, without shipping. */
export function subtotalMinor(order: StoreOrder): number {
  return order.lines.reduce((sum, line) => sum + lineTotalMinor(line), 0);
}

export function refundedMinor(order: StoreOrder): number {
  return order.refunds.reduce(
    (sum, refund) => sum + refund.lines.reduce((lines, line) => lines + line.subtotalMinor, 0),
    0,
  );
}

function discountsMinor(order: StoreOrder): number {
  return order.lines.reduce((sum, line) => sum + line.discountMinor, 0);
}

export type OrderTotals = {
  readonly subtotal: number;
  readonly currentSubtotal: number; // after returns
  readonly discounts: number;
  readonly shipping: number;
  readonly total: number;
  readonly currentTotal: number;
  readonly refunded: number;
};

/** All sums of an order in minor units. Prices hold no tax in a dev store. */
export function orderTotals(order: StoreOrder): OrderTotals {
  const subtotal = subtotalMinor(order);
  const refunded = refundedMinor(order);
  return {
    subtotal,
    currentSubtotal: subtotal - refunded,
    discounts: discountsMinor(order),
    shipping: order.shippingMinor,
    total: subtotal + order.shippingMinor,
    currentTotal: subtotal - refunded + order.shippingMinor,
    refunded,
  };
}

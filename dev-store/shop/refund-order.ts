import type { Instant, StoreOrder } from '../model';
import { lineTotalMinor } from './order-money';
import { issueId, markChanged, type ShopState } from './shop-state';

export type LineQuantity = { readonly lineId: string; readonly quantity: number };

/** Gives lines of an order back, each for its share of what was paid for it. Throws for a line that the order does not
 * have and for more pieces than are left. */
export function refundOrder(
  shop: ShopState,
  order: StoreOrder,
  wanted: ReadonlyArray<LineQuantity>,
  at: Instant,
): void {
  const lines = wanted.map(({ lineId, quantity }) => {
    const line = order.lines.find((candidate) => candidate.id === lineId);
    if (line === undefined) throw new Error(`order ${order.id} has no line ${lineId}: name one of its lines`);
    if (quantity < 1 || quantity > line.currentQuantity) {
      throw new Error(
        `line ${lineId} of order ${order.id} cannot give back ${quantity}: ${line.currentQuantity} of it are left`,
      );
    }
    const before = refundedOfLine(order, lineId);
    const isRest = quantity === line.currentQuantity;
    // The last piece takes what rounding left, so that a fully returned line comes to nothing.
    const share = isRest
      ? lineTotalMinor(line) - before
      : Math.round((lineTotalMinor(line) * quantity) / line.quantity);
    return { line, refund: { lineId, quantity, subtotalMinor: share } };
  });
  for (const { line, refund } of lines) line.currentQuantity -= refund.quantity;
  order.refunds.push({ id: issueId(shop), at, lines: lines.map(({ refund }) => refund) });
  markChanged(shop, order, at);
}

function refundedOfLine(order: StoreOrder, lineId: string): number {
  return order.refunds
    .flatMap((refund) => refund.lines)
    .filter((line) => line.lineId === lineId)
    .reduce((sum, line) => sum + line.subtotalMinor, 0);
}

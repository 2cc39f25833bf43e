import type { Order, OrderLine } from '../order/order';

/**
 * The lines that an offer may go with: a product the buyer still keeps, that is shipped and worth something, and that
 * the merchant has not excluded (R25: no gift cards, no digital goods).
 * In: order, excluded product ids. Out: lines, in the order's own sequence.
 */
export function eligibleLines(
  order: Order,
  excludedProductIds: ReadonlyArray<string>,
): ReadonlyArray<OrderLine> {
  const excluded = new Set(excludedProductIds);
  return order.lines.filter(
    (line) =>
      line.productId !== null &&
      line.currentQuantity > 0 &&
      line.valueMinor > 0 &&
      line.requiresShipping &&
      !line.isGiftCard &&
      !excluded.has(line.productId),
  );
}

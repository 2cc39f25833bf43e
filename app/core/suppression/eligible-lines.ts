import { joinBundles } from '../order/join-bundles';
import type { Order, OrderLine } from '../order/order';

/**
 * The lines that an offer may go with: a product the buyer still keeps, that is shipped and worth something, and that
 * the merchant has not excluded (R25: no gift cards, no digital goods). A bundle is one line, as the buyer sees it; where
 * it is no product, its parts speak for themselves.
 * In: order, excluded product ids. Out: lines, in the order's own sequence.
 */
export function eligibleLines(
  order: Order,
  excludedProductIds: ReadonlyArray<string>,
): ReadonlyArray<OrderLine> {
  const excluded = new Set(excludedProductIds);
  const lines = order.lines.map((line) =>
    line.bundle?.productId === null ? { ...line, bundle: null } : line,
  );
  return joinBundles(lines).filter(
    (line) =>
      line.productId !== null &&
      line.currentQuantity > 0 &&
      line.valueMinor > 0 &&
      line.requiresShipping &&
      !line.isGiftCard &&
      !excluded.has(line.productId),
  );
}

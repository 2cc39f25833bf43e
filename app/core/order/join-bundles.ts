import type { Bundle, OrderLine } from './order';

/**
 * The lines of an order as its buyer sees them: each bundle as one line, where its first part stands.
 * In: lines. Out: lines with amounts in minor units; of a bundle the sum of its parts, kept as long as any part is, and
 * with the id of that first part.
 */
export function joinBundles(lines: ReadonlyArray<OrderLine>): ReadonlyArray<OrderLine> {
  const parts = new Map<string, OrderLine[]>();
  for (const line of lines) {
    const key = line.bundle?.bundleId ?? line.lineId;
    const known = parts.get(key);
    if (known) known.push(line);
    else parts.set(key, [line]);
  }
  return [...parts.values()].flatMap((together) => {
    const [first] = together;
    return first?.bundle ? [bundleLine(first, first.bundle, together)] : together;
  });
}

function bundleLine(first: OrderLine, bundle: Bundle, parts: ReadonlyArray<OrderLine>): OrderLine {
  const sum = (amount: (part: OrderLine) => number) => parts.reduce((total, part) => total + amount(part), 0);
  const kept = parts.map(({ quantity, currentQuantity }) =>
    Math.ceil((bundle.quantity * currentQuantity) / Math.max(1, quantity)),
  );
  return {
    lineId: first.lineId,
    productId: bundle.productId,
    variantId: null,
    title: bundle.title,
    quantity: bundle.quantity,
    currentQuantity: Math.max(...kept),
    unitMinor: Math.round(
      sum(({ unitMinor, quantity }) => unitMinor * quantity) / Math.max(1, bundle.quantity),
    ),
    valueMinor: sum(({ valueMinor }) => valueMinor),
    isGiftCard: parts.every(({ isGiftCard }) => isGiftCard),
    requiresShipping: parts.some(({ requiresShipping }) => requiresShipping),
    sellingPlanId: parts.find(({ sellingPlanId }) => sellingPlanId !== null)?.sellingPlanId ?? null,
    bundle,
  };
}

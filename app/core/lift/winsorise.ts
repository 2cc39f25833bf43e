/** Declared before any data: one wholesale order would otherwise decide the verdict alone. */
const CAPPED_PERCENTILE = 99;

/**
 * The revenue (minor units) above which a customer counts no more: the nearest-rank 99th percentile of the buyers.
 * In: revenue per customer of both arms pooled, non-buyers as 0. Out: minor units, or null without a buyer.
 */
export function findRevenueCap(revenues: ReadonlyArray<number>): number | null {
  const ascending = Float64Array.from(revenues.filter((revenue) => revenue > 0)).sort();
  return ascending[ascending.length - dearestBuyers(ascending.length)] ?? null;
}

/** How many buyers lie at the cap or above it: the last of them, by revenue, sets it. In: buyers of both arms. */
export function dearestBuyers(buyers: number): number {
  // Whole-number arithmetic: 0.99 * m can land a hair above a whole rank.
  return buyers === 0 ? 0 : buyers - Math.ceil((CAPPED_PERCENTILE * buyers) / 100) + 1;
}

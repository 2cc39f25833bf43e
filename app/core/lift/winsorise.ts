/** Declared before any data: one wholesale order would otherwise decide the verdict alone. */
const CAPPED_PERCENTILE = 99;

/**
 * The revenue (minor units) above which a customer counts no more: the nearest-rank 99th percentile of the buyers.
 * In: revenue per customer of both arms pooled, non-buyers as 0. Out: minor units, or null without a buyer.
 */
export function findRevenueCap(revenues: ReadonlyArray<number>): number | null {
  const ascending = Float64Array.from(revenues.filter((revenue) => revenue > 0)).sort();
  // Whole-number arithmetic: 0.99 * m can land a hair above a whole rank.
  const rank = Math.ceil((CAPPED_PERCENTILE * ascending.length) / 100);
  return ascending[rank - 1] ?? null;
}

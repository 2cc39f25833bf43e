import { comparePercent } from '../affinity/percent';

/** What selling at a price leaves, in minor units of one currency; cost null: Shopify knows none. */
export type Margin = { readonly priceMinor: number; readonly costMinor: number | null };

/**
 * What is left of a price after the cost, as a part of the price.
 * In: minor units. Out: a fraction, below 0 at a loss; null where the cost is unknown or the price is 0.
 */
export function marginShare({ priceMinor, costMinor }: Margin): number | null {
  return costMinor === null || priceMinor === 0 ? null : (priceMinor - costMinor) / priceMinor;
}

/**
 * Whether a price leaves at least the shop's smallest margin (R7), by whole numbers.
 * In: minor units, the floor in percent of the price (0: none, so that even a loss passes). Out: null where it cannot be
 * said, because the cost is unknown.
 */
export function keepsMargin({ priceMinor, costMinor }: Margin, floorPercent: number): boolean | null {
  if (floorPercent === 0) return true;
  if (costMinor === null) return null;
  return comparePercent(priceMinor - costMinor, priceMinor, floorPercent) >= 0;
}

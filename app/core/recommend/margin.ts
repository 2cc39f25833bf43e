import { shareDigits } from '../affinity/measures';
import { comparePercent } from '../affinity/percent';

/** What selling at a price leaves, in minor units of one currency; cost null: Shopify knows none. */
export type Margin = { readonly priceMinor: number; readonly costMinor: number | null };

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

export type MarginStanding = {
  readonly share: number | null; // fraction of the price, below 0 at a loss; null: the cost is unknown
  readonly digits: number; // decimals of the percentage with which it does not print as a floor that it misses
  readonly isKept: boolean; // so that it may be offered at its own price
};

/**
 * How a product stands to the shop's smallest margin. In: minor units, the floor in percent.
 * Out: null where nothing can be said, because the price is unknown or 0.
 */
export function marginStanding(
  { priceMinor, costMinor }: { readonly priceMinor: number | null; readonly costMinor: number | null },
  floorPercent: number,
): MarginStanding | null {
  if (priceMinor === null || priceMinor === 0) return null;
  if (costMinor === null) return { share: null, digits: 0, isKept: true };
  const left = priceMinor - costMinor;
  return {
    share: left / priceMinor,
    digits: shareDigits(left, priceMinor, [floorPercent]),
    isKept: keepsMargin({ priceMinor, costMinor }, floorPercent) === true,
  };
}

import { comparePercent } from '../affinity/percent';
import type { OrderLine } from '../order/order';
import type { TouchNumber } from '../sequence/touch';
import type { Settings } from '../settings/settings';

type PriceSettings = Settings['price'];

/** Amounts in minor units of one currency. */
export type PriceCheck = {
  readonly priceMinor: number;
  readonly baseMinor: number;
  readonly subtotalMinor: number; // of the order's merchandise
};

/** What an offer's price is measured against, in minor units: the anchor line, one unit of it, or the whole order. */
export function priceBaseMinor(base: PriceSettings['base'], line: OrderLine, subtotalMinor: number): number {
  if (base === 'order_subtotal') return subtotalMinor;
  if (base === 'anchor_unit') return line.unitMinor;
  // What went back is not what the buyer is making complete.
  return Math.round((line.valueMinor * line.currentQuantity) / Math.max(1, line.quantity));
}

/**
 * Whether a price may be offered. The band is never loosened: no product inside it means no offer.
 * In: touch, amounts in minor units, percentages. Out: touch 1 inside both ends, ends included, and below the subtotal;
 * touch 2 at most its upper end; touch 3 always.
 */
export function isInPriceBand(touch: TouchNumber, check: PriceCheck, settings: PriceSettings): boolean {
  const { priceMinor, baseMinor, subtotalMinor } = check;
  if (touch === 3) return true;
  if (touch === 2) return comparePercent(priceMinor, baseMinor, settings.touchTwoToPercent) <= 0;
  return (
    comparePercent(priceMinor, baseMinor, settings.touchOneFromPercent) >= 0 &&
    comparePercent(priceMinor, baseMinor, settings.touchOneToPercent) <= 0 &&
    priceMinor < subtotalMinor
  );
}

/**
 * Whether a price inside the band of touch 1 is in its preferred part: the lower one, for repeat customers the upper one.
 * In: amounts in minor units, percentages. Out: the border itself is preferred by both.
 */
export function isPreferredPrice(
  { priceMinor, baseMinor }: Pick<PriceCheck, 'priceMinor' | 'baseMinor'>,
  prefersUpper: boolean,
  { touchOnePreferredPercent }: PriceSettings,
): boolean {
  const side = comparePercent(priceMinor, baseMinor, touchOnePreferredPercent);
  return prefersUpper ? side >= 0 : side <= 0;
}

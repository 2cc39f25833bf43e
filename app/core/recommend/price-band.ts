import { comparePercent } from '../affinity/percent';
import type { OrderLine } from '../order/order';
import type { TouchNumber } from '../sequence/touch';
import type { Settings } from '../settings/settings';

type PriceSettings = Settings['price'];

/** A part of the price base, in percent; both ends belong to it. */
export type PriceShare = { readonly fromPercent: number; readonly toPercent: number };

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

/** What touch 1 prefers where no segment says otherwise: the lower part of the band. In: settings. Out: percentages. */
export function ownPreference(settings: PriceSettings): PriceShare {
  return { fromPercent: settings.touchOneFromPercent, toPercent: settings.touchOnePreferredPercent };
}

/**
 * Whether a price is in the preferred part of touch 1's band. What is preferred only ranks: the band itself stays as it is.
 * In: amounts in minor units, percentages. Out: true inside both ends, ends included.
 */
export function isPreferredPrice(
  { priceMinor, baseMinor }: Pick<PriceCheck, 'priceMinor' | 'baseMinor'>,
  { fromPercent, toPercent }: PriceShare,
): boolean {
  return (
    comparePercent(priceMinor, baseMinor, fromPercent) >= 0 &&
    comparePercent(priceMinor, baseMinor, toPercent) <= 0
  );
}

import { comparePercent } from '../affinity/percent';
import type { PairingTable } from '../affinity/pairing';
import type { Settings } from '../settings/settings';

export type PriceStanding = {
  readonly share: number; // fraction of the bought product's price
  readonly fit: 'fits' | 'too_high' | 'too_low';
  readonly limits: { readonly fromPercent: number | null; readonly toPercent: number };
};

/**
 * How a recommended product's price stands to the price of what was bought: what a buyer of one unit would be asked. The
 * band is that of the touch that looks at the table.
 * In: table, both prices in minor units (null: unknown), price settings. Out: null when a price is unknown or 0.
 */
export function priceStanding(
  table: PairingTable,
  priceMinor: number | null,
  boughtMinor: number | null,
  { touchOneFromPercent, touchOneToPercent, touchTwoToPercent }: Settings['price'],
): PriceStanding | null {
  if (priceMinor === null || boughtMinor === null || boughtMinor === 0) return null;
  const fromPercent = table === 'same_order' ? touchOneFromPercent : null;
  const toPercent = table === 'same_order' ? touchOneToPercent : touchTwoToPercent;
  const isAbove =
    comparePercent(priceMinor, boughtMinor, toPercent) > 0 ||
    (table === 'same_order' && priceMinor >= boughtMinor);
  const isBelow = fromPercent !== null && comparePercent(priceMinor, boughtMinor, fromPercent) < 0;
  const side = isBelow ? 'too_low' : 'fits';
  return {
    share: priceMinor / boughtMinor,
    fit: isAbove ? 'too_high' : side,
    limits: { fromPercent, toPercent },
  };
}

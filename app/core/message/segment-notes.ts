import type { TouchNumber } from '../sequence/touch';
import type { Differences } from '../segments/own-segment';
import { currencyDecimals } from '../shared/money';
import { formatNumber } from './format-price';

export type SegmentNotes = {
  readonly reassurance: string | null;
  readonly loyalty: string | null;
  readonly exclusivity: string | null;
};

export type SegmentNotesInput = {
  readonly touchNumber: TouchNumber;
  readonly differences: Pick<Differences, 'trustBlock' | 'exclusivity' | 'pointsPerCurrencyUnit'>;
  readonly shopName: string;
  readonly priceMinor: number;
  readonly currency: string;
  readonly locale: string;
};

/**
 * What a customer's segments add to a touch.
 * In: what they make different, the offer's price in minor units, points per whole currency unit (null: the shop has not
 * said, so points are never mentioned). Out: a sentence each, or null.
 */
export function segmentNotes(input: SegmentNotesInput): SegmentNotes {
  const { trustBlock, exclusivity } = input.differences;
  return {
    reassurance:
      input.touchNumber === 1 && trustBlock
        ? `Thank you for your first order with ${input.shopName}. Nothing is added to it: you decide and pay in the shop's own checkout.`
        : null,
    loyalty: pointsNote(input),
    exclusivity: exclusivity ? `Picked for you as one of ${input.shopName}'s most valued customers.` : null,
  };
}

function pointsNote(input: SegmentNotesInput): string | null {
  const { pointsPerCurrencyUnit } = input.differences;
  if (pointsPerCurrencyUnit === null) return null;
  const units = input.priceMinor / 10 ** currencyDecimals(input.currency);
  const points = Math.floor(units * pointsPerCurrencyUnit);
  if (points < 1) return null;
  return `You earn ${formatNumber(points, 0, input.locale)} ${points === 1 ? 'point' : 'points'} with it.`;
}

import type { TouchNumber } from '../sequence/touch';
import type { Segment } from '../segments/match-segments';
import { currencyDecimals } from '../shared/money';
import { formatNumber } from './format-price';

export type SegmentNotes = {
  readonly reassurance: string | null;
  readonly loyalty: string | null;
  readonly exclusivity: string | null;
};

export type SegmentNotesInput = {
  readonly touchNumber: TouchNumber;
  readonly segments: ReadonlyArray<string>;
  readonly shopName: string;
  readonly priceMinor: number;
  readonly currency: string;
  readonly pointsPerCurrencyUnit: number | null; // null: the shop has not said, so points are never mentioned
  readonly locale: string;
};

/**
 * What a customer's segments add to a touch.
 * In: segment names, the offer's price in minor units, points per whole currency unit. Out: a sentence each, or null.
 */
export function segmentNotes(input: SegmentNotesInput): SegmentNotes {
  const isIn = (segment: Segment) => input.segments.includes(segment);
  return {
    reassurance:
      input.touchNumber === 1 && isIn('first_time')
        ? `Thank you for your first order with ${input.shopName}. Nothing is added to it: you decide and pay in the shop's own checkout.`
        : null,
    loyalty: isIn('loyalty') ? pointsNote(input) : null,
    exclusivity: isIn('high_aov')
      ? `Picked for you as one of ${input.shopName}'s most valued customers.`
      : null,
  };
}

function pointsNote(input: SegmentNotesInput): string | null {
  if (input.pointsPerCurrencyUnit === null) return null;
  const units = input.priceMinor / 10 ** currencyDecimals(input.currency);
  const points = Math.floor(units * input.pointsPerCurrencyUnit);
  if (points < 1) return null;
  return `You earn ${formatNumber(points, 0, input.locale)} ${points === 1 ? 'point' : 'points'} with it.`;
}

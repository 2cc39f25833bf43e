import { MESSAGE_KEYS } from '../message/message-texts';
import type { Settings } from '../settings/settings';
import type { Differences, OwnTexts } from './own-segment';
import { segmentRows, type SegmentRow } from './segment-rows';

const OWN_TEXTS = MESSAGE_KEYS.flatMap((key) => [`subject.${key}`, `headline.${key}`] as const);

/** Everything that segments can make different, one name for each thing that two of them may both want. */
export const DIFFERENCE_NAMES = [
  'price_share',
  'trust_block',
  'exclusivity',
  'points',
  ...OWN_TEXTS,
] as const;
export type DifferenceName = (typeof DIFFERENCE_NAMES)[number];

/** What a customer's segments make different, and which of them decided each difference. */
export type Variation = {
  readonly segments: ReadonlyArray<{ readonly id: string; readonly name: string | null }>; // all that match, in order
  readonly decided: ReadonlyArray<{ readonly difference: DifferenceName; readonly by: string }>; // id of the segment
  readonly differences: Differences;
};

/**
 * Lays the differences of all matching segments on top of each other; where two want the same thing, the higher one has it.
 * In: the rows that match, highest first. Out: the variation.
 */
export function settleVariation(rows: ReadonlyArray<SegmentRow>): Variation {
  const decided: { difference: DifferenceName; by: string }[] = [];
  const highest = <T>(difference: DifferenceName, wanted: (of: Differences) => T | null): T | null => {
    for (const { id, differences } of rows) {
      const value = wanted(differences);
      if (value === null) continue;
      decided.push({ difference, by: id });
      return value;
    }
    return null;
  };
  const priceShare = highest('price_share', (of) => of.priceShare);
  const trustBlock = highest('trust_block', (of) => of.trustBlock || null) ?? false;
  const exclusivity = highest('exclusivity', (of) => of.exclusivity || null) ?? false;
  const pointsPerCurrencyUnit = highest('points', (of) => of.pointsPerCurrencyUnit);
  const texts = MESSAGE_KEYS.map((key): readonly [typeof key, OwnTexts] => [
    key,
    {
      subject: highest(`subject.${key}`, (of) => of.texts[key]?.subject ?? null),
      headline: highest(`headline.${key}`, (of) => of.texts[key]?.headline ?? null),
    },
  ]).filter(([, own]) => own.subject !== null || own.headline !== null);
  return {
    segments: rows.map(({ id, name }) => ({ id, name })),
    decided,
    differences: {
      priceShare,
      trustBlock,
      exclusivity,
      pointsPerCurrencyUnit,
      texts: Object.fromEntries(texts),
    },
  };
}

/**
 * The variation of a sequence that is running: who matched was settled when it began, and so was what that changes.
 * In: ids of the matching segments, the settings that the sequence began with. Out: the variation.
 */
export function variationOf(
  segments: ReadonlyArray<string>,
  settings: Pick<Settings, 'segments' | 'price'>,
): Variation {
  return settleVariation(segmentRows(settings).filter(({ id }) => segments.includes(id)));
}

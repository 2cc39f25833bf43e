import { settleVariation, variationOf, type Variation } from '#core/segments/settle-variation';
import { DEFAULT_SETTINGS } from '#core/settings/settings';

/** Of somebody in no segment. */
export const BASE: Variation = settleVariation([]);

/** Of somebody in these ready-made segments, in a shop that says how many points a purchase earns, or does not. */
export function buildVariation(
  segments: ReadonlyArray<string>,
  pointsPerCurrencyUnit: number | null = null,
): Variation {
  const { loyalty, ...others } = DEFAULT_SETTINGS.segments;
  return variationOf(segments, {
    ...DEFAULT_SETTINGS,
    segments: { ...others, loyalty: { ...loyalty, pointsPerCurrencyUnit } },
  });
}

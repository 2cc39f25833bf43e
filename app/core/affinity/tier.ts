import type { Settings } from '../settings/settings';
import type { Tier } from './pairing';
import { comparePercent } from './percent';

/**
 * The tier of a pairing, cut on its confidence by whole-number arithmetic on the counts.
 * In: distinct buyers of both, distinct buyers of the antecedent, thresholds in percent and buyers.
 * Out: the tier, or null when there are too few orders to speak of one.
 */
export function tierOf(support: number, buyers: number, thresholds: Settings['affinity']): Tier | null {
  if (buyers < thresholds.minimumBuyers || support < thresholds.minimumSupport) return null;
  if (comparePercent(support, buyers, thresholds.strongPercent) >= 0) return 'strong';
  return comparePercent(support, buyers, thresholds.moderatePercent) >= 0 ? 'moderate' : 'weak';
}

import { largestFinding } from './benjamini-hochberg';
import type { CountedPairs } from './found-pairs';
import type { EvidenceGrade } from './pairing';

/** Below this ruleLift a product is bought with everything: popular, not related. In tenths, to compare whole numbers. */
const RELATED_FROM_TENTHS = 12;
export const FALSE_DISCOVERY_RATE = 0.05;

/** Counts of distinct buyers that ruleLift is made of; the columns are by product. */
export type BuyerCounts = {
  readonly allBuyers: number;
  readonly antecedentBuyers: Int32Array;
  readonly consequentBuyers: Int32Array;
};

/**
 * How well each pair holds up against chance: `popular` when the consequent is hardly likelier than anyway, else
 * `thresholds_only` when chance might have made it among so many pairs, else `automatic`. Pairs of few orders must have
 * been left out before, for each pair that is tested makes the test of the others harder.
 * In: ordered pairs, the p-value (fraction) of each, counts by product. Out: the grade of the pair at a place.
 */
export function gradePairs(
  pairs: CountedPairs,
  pValues: Float64Array,
  { allBuyers, antecedentBuyers, consequentBuyers }: BuyerCounts,
): (at: number) => EvidenceGrade {
  const largest = largestFinding(pValues, FALSE_DISCOVERY_RATE) ?? -1;
  return (at) => {
    const counts = {
      allBuyers,
      antecedentBuyers: antecedentBuyers[pairs.antecedents[at] ?? 0] ?? 0,
      consequentBuyers: consequentBuyers[pairs.consequents[at] ?? 0] ?? 0,
      support: pairs.support[at] ?? 0,
    };
    return gradeTested(counts, (pValues[at] ?? 1) <= largest);
  };
}

/** The grade of a pair that has enough buyers to be tested. In: distinct buyers, whether the test called it a finding. */
export function gradeTested(
  counts: {
    readonly allBuyers: number;
    readonly antecedentBuyers: number;
    readonly consequentBuyers: number;
    readonly support: number;
  },
  isFinding: boolean,
): EvidenceGrade {
  const { allBuyers, antecedentBuyers, consequentBuyers, support } = counts;
  const expected = antecedentBuyers * consequentBuyers;
  if (support * allBuyers * 10 < expected * RELATED_FROM_TENTHS) return 'popular';
  return isFinding ? 'automatic' : 'thresholds_only';
}

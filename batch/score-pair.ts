import { rankingScore } from '#core/affinity/measures';
import type { EvidenceGrade } from '#core/affinity/pairing';
import type { TabulatedPair } from '#core/affinity/tabulate-pairs';
import { tierOf } from '#core/affinity/tier';
import { DEFAULT_SETTINGS } from '#core/settings/settings';

const { affinity } = DEFAULT_SETTINGS;

/**
 * What Encore ranks a pair by in each table, with its default settings. In: a pair, distinct buyers of anything.
 * Out: fractions, comparable across antecedents and tables; null: never offered.
 */
export function scorePair(pair: TabulatedPair, allBuyers: number) {
  const { buyers, support, consequentBuyers, nextSupport, nextConsequentBuyers } = pair;
  const ifCounted = (common: number) => (common >= affinity.minimumSupport ? common : 0);
  const isOffered = (common: number, grade: EvidenceGrade) => {
    const tier = tierOf(common, buyers, affinity);
    return grade === 'automatic' && (tier === 'strong' || tier === 'moderate');
  };
  const inNext = { support: ifCounted(nextSupport), consequentBuyers: nextConsequentBuyers, allBuyers };
  const inSame = { support: ifCounted(support), consequentBuyers, allBuyers };
  return {
    same: isOffered(support, pair.grade) ? rankingScore({ support, buyers }, inNext) : null,
    next: isOffered(nextSupport, pair.nextGrade)
      ? rankingScore({ support: nextSupport, buyers }, inSame)
      : null,
  };
}

import { confidence, ruleLift, wilsonLower } from '#core/affinity/measures';
import type { TabulatedPair } from '#core/affinity/tabulate-pairs';
import { tierOf } from '#core/affinity/tier';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { scorePair } from './score-pair';

export const COLUMNS = [
  'a', 'b', 'buyers_a', 'buyers_b', 'buyers_all', 'same_buyers', 'same_confidence', 'wilson_low', 'next_buyers',
  'next_confidence', 'rule_lift', 'p_value', 'q_value', 'orders_together', 'tier_same', 'tier_next', 'grade',
  'grade_next', 'score_same', 'score_next',
] as const; // prettier-ignore

type Row = ReadonlyArray<string | number>;

/** In: a pair, product ids by position, distinct buyers of anything. Out: its row, in the order of the columns. */
export function pairingRow(pair: TabulatedPair, productIds: ReadonlyArray<string>, allBuyers: number): Row {
  const { buyers, consequentBuyers, support, nextSupport, grade, nextGrade } = pair;
  const lift = ruleLift(support, buyers, consequentBuyers, allBuyers);
  const thresholds = DEFAULT_SETTINGS.affinity;
  const tier = tierOf(support, buyers, thresholds);
  const nextTier = tierOf(nextSupport, buyers, thresholds);
  const low = wilsonLower(support, buyers);
  const scores = scorePair(pair, allBuyers);
  return [
    productIds[pair.antecedent] ?? '',
    productIds[pair.consequent] ?? '',
    buyers,
    consequentBuyers,
    allBuyers,
    support,
    confidence(support, buyers),
    low,
    nextSupport,
    confidence(nextSupport, buyers),
    lift,
    pair.pValue,
    pair.qValue ?? '',
    pair.ordersTogether,
    tier ?? 'few_orders',
    nextTier ?? 'few_orders',
    grade,
    nextGrade,
    scores.same ?? '',
    scores.next ?? '',
  ];
}

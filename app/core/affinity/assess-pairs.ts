import type { Settings } from '../settings/settings';
import { countBuyers, countPairs, type CountedPairs } from './count-pairs';
import type { BuyerCounts } from './grade-pairs';
import { hypergeometricUpperTail } from './hypergeometric';
import type { BasketIndex } from './index-baskets';
import { listArrivals } from './list-arrivals';

export type Minimums = Pick<Settings['affinity'], 'minimumBuyers' | 'minimumSupport'>;

/** Ordered pairs that have enough buyers, with the chance (fraction) of as many by accident. */
export type AssessedPairs = {
  readonly pairs: CountedPairs;
  readonly pValues: ReadonlyArray<number>;
  readonly counts: BuyerCounts;
};

/**
 * Bought in one order: support = distinct buyers with both in one order, assessed against
 * Hypergeometric(all buyers, buyers(A), buyers(B)).
 * In: baskets as indexed, distinct buyers per product, fewest buyers. Out: ordered pairs with their p-values.
 */
export function assessSameOrder(index: BasketIndex, buyers: Int32Array, minimums: Minimums): AssessedPairs {
  const { allBuyers } = index;
  const once = countPairs(index, index.productsOf, {
    onlyAbove: true,
    minimumSupport: minimums.minimumSupport,
  });
  // Either direction has the same support and the same p-value, which is the dear part.
  const onceAssessed = once.support.map((support, at) =>
    hypergeometricUpperTail(
      allBuyers,
      buyers[once.consequents[at] ?? 0] ?? 0,
      buyers[once.antecedents[at] ?? 0] ?? 0,
      support,
    ),
  );
  // The turned pairs first: a row then meets its lower consequents before its higher ones.
  const both: CountedPairs = {
    antecedents: once.consequents.concat(once.antecedents),
    consequents: once.antecedents.concat(once.consequents),
    support: once.support.concat(once.support),
  };
  const counts = { allBuyers, antecedentBuyers: buyers, consequentBuyers: buyers };
  return withEnoughBuyers({ pairs: both, pValues: onceAssessed.concat(onceAssessed), counts }, minimums);
}

/**
 * Bought next: support = distinct buyers with some order that holds A, but not B, whose immediately following order holds
 * B. `antecedentBuyers` are all buyers of A, those who never came back included; `consequentBuyers` those who bought B in
 * a following order, which makes ruleLift P(B next | A) / P(B next). The test looks only at buyers who have a following
 * order at all: N of them, n bought A in an order that another one follows, K bought B in a following order, and
 * p = P(X >= support), X ~ Hypergeometric(N, K, n). Support asks for more than X does (the very next order), so the test
 * errs on the side of silence.
 * In: baskets as indexed, distinct buyers per product, fewest buyers. Out: ordered pairs with their p-values.
 */
export function assessNextOrder(index: BasketIndex, buyers: Int32Array, minimums: Minimums): AssessedPairs {
  const { persons } = index;
  const hasNext = (order: number) => persons[order + 1] === persons[order];
  const isNext = (order: number) => persons[order - 1] === persons[order];
  const returning = persons.filter((person, order) => isNext(order) && person !== persons[order - 2]).length;
  const buyersBefore = countBuyers(index, hasNext);
  const buyersAfter = countBuyers(index, isNext);
  const pairs = countPairs(index, listArrivals(index), {
    onlyAbove: false,
    minimumSupport: minimums.minimumSupport,
  });
  const pValues = pairs.support.map((support, at) =>
    hypergeometricUpperTail(
      returning,
      buyersAfter[pairs.consequents[at] ?? 0] ?? 0,
      buyersBefore[pairs.antecedents[at] ?? 0] ?? 0,
      support,
    ),
  );
  const counts = { allBuyers: index.allBuyers, antecedentBuyers: buyers, consequentBuyers: buyersAfter };
  return withEnoughBuyers({ pairs, pValues, counts }, minimums);
}

function withEnoughBuyers(
  { pairs, pValues, counts }: AssessedPairs,
  { minimumBuyers }: Minimums,
): AssessedPairs {
  const isKept = (_: number, at: number) =>
    (counts.antecedentBuyers[pairs.antecedents[at] ?? 0] ?? 0) >= minimumBuyers;
  return {
    counts,
    pValues: pValues.filter(isKept),
    pairs: {
      antecedents: pairs.antecedents.filter(isKept),
      consequents: pairs.consequents.filter(isKept),
      support: pairs.support.filter(isKept),
    },
  };
}

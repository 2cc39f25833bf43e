import type { Settings } from '../settings/settings';
import { countPairs } from './count-pairs';
import type { CountedPairs } from './found-pairs';
import { countReturning } from './count-returning';
import type { BuyerCounts } from './grade-pairs';
import { hypergeometricUpperTail } from './hypergeometric';
import type { BasketIndex } from './index-baskets';
import { listArrivals } from './list-arrivals';

export type Minimums = Pick<Settings['affinity'], 'minimumBuyers' | 'minimumSupport'>;

/** Ordered pairs that have enough buyers, with the chance (fraction) of as many by accident. */
export type AssessedPairs = {
  readonly pairs: CountedPairs; // ascending by antecedent, then consequent
  readonly starts: Int32Array; // where the pairs of each antecedent start, and where the last one's end
  readonly pValues: Float64Array;
  readonly counts: BuyerCounts;
};

/**
 * Bought in one order: support = distinct buyers with both in one order, assessed against
 * Hypergeometric(all buyers, buyers(A), buyers(B)).
 * In: baskets as indexed, distinct buyers per product, fewest buyers. Out: ordered pairs with their p-values, after pauses.
 */
export function* assessSameOrder(
  index: BasketIndex,
  buyers: Int32Array,
  minimums: Minimums,
): Generator<null, AssessedPairs> {
  const { allBuyers } = index;
  const once = yield* countPairs(index, index.productsOf, {
    onlyAbove: true,
    fewest: minimums.minimumSupport,
  });
  // Either direction has the same support and the same p-value, which is the dear part.
  const pValues = assess(once, { population: allBuyers, drawn: buyers, marked: buyers });
  const turned = { antecedents: once.consequents, consequents: once.antecedents, support: once.support };
  const counts = { allBuyers, antecedentBuyers: buyers, consequentBuyers: buyers };
  // The turned pairs first: an antecedent then meets its lower consequents before its higher ones.
  return withEnoughBuyers([turned, once], pValues, counts, minimums);
}

/**
 * Bought next: support = distinct buyers with some order that holds A, but not B, whose immediately following order holds
 * B. `antecedentBuyers` are all buyers of A, those who never came back included; `consequentBuyers` those who bought B in
 * a following order, which makes ruleLift P(B next | A) / P(B next). The test looks only at buyers who have a following
 * order at all: N of them, n bought A in an order that another one follows, K bought B in a following order, and
 * p = P(X >= support), X ~ Hypergeometric(N, K, n). Support asks for more than X does (the very next order), so the test
 * errs on the side of silence.
 * In: baskets as indexed, distinct buyers per product, fewest buyers. Out: ordered pairs with their p-values, after pauses.
 */
export function* assessNextOrder(
  index: BasketIndex,
  buyers: Int32Array,
  minimums: Minimums,
): Generator<null, AssessedPairs> {
  const { returning, leaving, arriving } = countReturning(index);
  const pairs = yield* countPairs(index, listArrivals(index), {
    onlyAbove: false,
    fewest: minimums.minimumSupport,
  });
  const pValues = assess(pairs, { population: returning, drawn: leaving, marked: arriving });
  const counts = { allBuyers: index.allBuyers, antecedentBuyers: buyers, consequentBuyers: arriving };
  return withEnoughBuyers([pairs], pValues, counts, minimums);
}

/**
 * Of each pair, the chance (fraction) that as many of those `drawn` by its antecedent are `marked` by its consequent:
 * P(X >= support), X ~ Hypergeometric(population, marked, drawn); 1 where it is no more than expected, for chance makes as
 * many in one of two or three cases, which is never a finding. In: pairs, distinct buyers by position.
 */
export function assess(
  { antecedents, consequents, support }: CountedPairs,
  by: { readonly population: number; readonly drawn: Int32Array; readonly marked: Int32Array },
): Float64Array {
  const pValues = new Float64Array(support.length);
  for (let at = 0; at < support.length; at += 1) {
    const marked = by.marked[consequents[at] ?? 0] ?? 0;
    const drawn = by.drawn[antecedents[at] ?? 0] ?? 0;
    const observed = support[at] ?? 0;
    const isMore = observed * by.population > marked * drawn;
    pValues[at] = isMore ? hypergeometricUpperTail(by.population, marked, drawn, observed) : 1;
  }
  return pValues;
}

/**
 * The pairs of lists, each with the same p-values, without antecedents that too few have bought.
 * In: lists of equal length, each antecedent's consequents ascending from list to list; their p-values, distinct buyers,
 * fewest buyers of an antecedent. Out: pairs in the sequence of their antecedents.
 */
export function withEnoughBuyers(
  lists: ReadonlyArray<CountedPairs>,
  assessed: Float64Array,
  counts: BuyerCounts,
  { minimumBuyers }: Minimums,
): AssessedPairs {
  const starts = startsOf(lists, counts.antecedentBuyers, minimumBuyers);
  const kept = starts.at(-1) ?? 0;
  const pairs = {
    antecedents: new Int32Array(kept),
    consequents: new Int32Array(kept),
    support: new Int32Array(kept),
  };
  const pValues = new Float64Array(kept);
  const ends = starts.slice();
  for (const { antecedents, consequents, support } of lists) {
    for (let at = 0; at < assessed.length; at += 1) {
      const antecedent = antecedents[at] ?? 0;
      if ((counts.antecedentBuyers[antecedent] ?? 0) < minimumBuyers) continue;
      const place = ends[antecedent] ?? 0;
      ends[antecedent] = place + 1;
      pairs.antecedents[place] = antecedent;
      pairs.consequents[place] = consequents[at] ?? 0;
      pairs.support[place] = support[at] ?? 0;
      pValues[place] = assessed[at] ?? 1;
    }
  }
  return { counts, pairs, starts, pValues };
}

/** Where the pairs of each antecedent start when they are laid end to end, and where the last one's end. */
function startsOf(
  lists: ReadonlyArray<CountedPairs>,
  antecedentBuyers: Int32Array,
  minimumBuyers: number,
): Int32Array {
  const starts = new Int32Array(antecedentBuyers.length + 1);
  for (const { antecedents } of lists)
    for (let at = 0; at < antecedents.length; at += 1) {
      const behind = (antecedents[at] ?? 0) + 1;
      starts[behind] = (starts[behind] ?? 0) + 1;
    }
  for (let antecedent = 0; antecedent < antecedentBuyers.length; antecedent += 1) {
    const isKept = (antecedentBuyers[antecedent] ?? 0) >= minimumBuyers;
    starts[antecedent + 1] = (starts[antecedent] ?? 0) + (isKept ? (starts[antecedent + 1] ?? 0) : 0);
  }
  return starts;
}

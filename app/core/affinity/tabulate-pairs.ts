import { DEFAULT_SETTINGS } from '../settings/settings';
import { adjustPValues } from './benjamini-hochberg';
import { countBuyers } from './count-buyers';
import { countPairs } from './count-pairs';
import type { CountedPairs } from './found-pairs';
import { countReturning } from './count-returning';
import { FALSE_DISCOVERY_RATE, gradeTested } from './grade-pairs';
import { hypergeometricUpperTail } from './hypergeometric';
import type { BasketIndex, Lists } from './index-baskets';
import { listArrivals } from './list-arrivals';
import type { EvidenceGrade } from './pairing';

/** One ordered pair with everything that is counted of it in both tables; products are positions in the basket index. */
export type TabulatedPair = {
  readonly antecedent: number;
  readonly consequent: number;
  readonly buyers: number; // of the antecedent, distinct
  readonly consequentBuyers: number;
  readonly support: number; // distinct buyers of both in one order
  readonly ordersTogether: number;
  readonly pValue: number; // fraction, same order
  readonly qValue: number | null; // null: too few orders to be tested
  readonly grade: EvidenceGrade;
  readonly nextSupport: number; // distinct buyers of the consequent in the order that follows
  readonly nextConsequentBuyers: number; // who bought the consequent in a following order
  readonly nextGrade: EvidenceGrade;
};

/**
 * Every ordered pair with enough common buyers in either table, with its counts in both. The definitions are those of
 * the miner (assess-pairs); unlike it, this one keeps pairs whose antecedent few have bought, as `few_orders`.
 * In: baskets as indexed. Out: pairs, ascending by antecedent, then consequent.
 */
export function tabulatePairs(index: BasketIndex): ReadonlyArray<TabulatedPair> {
  const { minimumBuyers, minimumSupport } = DEFAULT_SETTINGS.affinity;
  const products = index.productNumbers.length;
  const keyOf = (antecedent: number, consequent: number) => antecedent * products + consequent;
  const isListed = listedPairs(index, minimumSupport, keyOf);
  const count = (of: BasketIndex, partners: Lists) => {
    const counted = run(
      countPairs(of, partners, { onlyAbove: false, fewest: 1, isKept: (a, b) => isListed.has(keyOf(a, b)) }),
    );
    return new Map(
      Array.from(counted.support, (support, at) => [
        keyOf(counted.antecedents[at] ?? 0, counted.consequents[at] ?? 0),
        support,
      ]),
    );
  };
  const same = count(index, index.productsOf);
  const next = count(index, listArrivals(index));
  // Every order as a person of its own: what is counted then are orders.
  const together = count({ ...index, persons: Int32Array.from(index.persons.keys()) }, index.productsOf);

  const people = { buyers: countBuyers(index), ...countReturning(index) };
  const keys = Float64Array.from(isListed).sort();
  const pairs = Array.from(keys, (key) => {
    const [antecedent, consequent] = [Math.floor(key / products), key % products];
    const buyers = people.buyers[antecedent] ?? 0;
    const [support, nextSupport] = [same.get(key) ?? 0, next.get(key) ?? 0];
    const consequentBuyers = people.buyers[consequent] ?? 0;
    return {
      ...{ antecedent, consequent, buyers, consequentBuyers, support, nextSupport },
      ordersTogether: together.get(key) ?? 0,
      nextConsequentBuyers: people.arriving[consequent] ?? 0,
      pValue: hypergeometricUpperTail(index.allBuyers, consequentBuyers, buyers, support),
      nextPValue: hypergeometricUpperTail(
        people.returning,
        people.arriving[consequent] ?? 0,
        people.leaving[antecedent] ?? 0,
        nextSupport,
      ),
    };
  });
  const isTested = (buyers: number, support: number) => buyers >= minimumBuyers && support >= minimumSupport;
  const sameQ = qValues(pairs.map((pair) => (isTested(pair.buyers, pair.support) ? pair.pValue : null)));
  const nextQ = qValues(
    pairs.map((pair) => (isTested(pair.buyers, pair.nextSupport) ? pair.nextPValue : null)),
  );
  const grade = (q: number | null, counts: Parameters<typeof gradeTested>[0]) =>
    q === null ? 'few_orders' : gradeTested(counts, q <= FALSE_DISCOVERY_RATE);
  return pairs.map(({ nextPValue: _tested, ...pair }, at) => {
    const { buyers: antecedentBuyers, consequentBuyers, nextConsequentBuyers, support, nextSupport } = pair;
    const { allBuyers } = index;
    const counts = { allBuyers, antecedentBuyers, consequentBuyers, support };
    const nextCounts = { ...counts, consequentBuyers: nextConsequentBuyers, support: nextSupport };
    const qValue = sameQ[at] ?? null;
    return {
      ...pair,
      qValue,
      grade: grade(qValue, counts),
      nextGrade: grade(nextQ[at] ?? null, nextCounts),
    };
  });
}

/** Keys of the ordered pairs that have enough common buyers in one of the tables. */
function listedPairs(
  index: BasketIndex,
  minimumSupport: number,
  keyOf: (antecedent: number, consequent: number) => number,
): ReadonlySet<number> {
  const keys = new Set<number>();
  for (const partners of [index.productsOf, listArrivals(index)]) {
    const options = {
      onlyAbove: false,
      fewest: minimumSupport,
      isKept: (a: number, b: number) => a !== b,
    };
    const { antecedents, consequents } = run(countPairs(index, partners, options));
    antecedents.forEach((antecedent, at) => keys.add(keyOf(antecedent, consequents[at] ?? 0)));
  }
  return keys;
}

/** In: p-values, null where a pair is not tested. Out: q-values among those that are. */
function qValues(pValues: ReadonlyArray<number | null>): ReadonlyArray<number | null> {
  const adjusted = adjustPValues(Float64Array.from(pValues.filter((pValue) => pValue !== null)));
  let at = 0;
  return pValues.map((pValue) => (pValue === null ? null : (adjusted[at++] ?? 1)));
}

/** Without the pauses. */
function run(counting: Generator<null, CountedPairs>): CountedPairs {
  for (;;) {
    const step = counting.next();
    if (step.done) return step.value;
  }
}

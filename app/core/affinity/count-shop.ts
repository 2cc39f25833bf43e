import { countBuyers } from './count-buyers';
import { countPairs } from './count-pairs';
import { countReturning } from './count-returning';
import { pairKey } from './customer-counts';
import type { CountedPairs } from './found-pairs';
import { indexColumns, type BasketColumns, type BasketIndex } from './index-baskets';
import { listArrivals } from './list-arrivals';

/** All that is counted of a shop, as columns: products ascending, pairs ascending by antecedent, then consequent. */
export type ShopCounts = {
  readonly people: number;
  readonly returning: number;
  readonly orders: number;
  readonly products: {
    readonly product: ArrayLike<number>; // numbers
    readonly buyers: ArrayLike<number>;
    readonly leaving: ArrayLike<number>;
    readonly arriving: ArrayLike<number>;
  };
  readonly pairs: PairColumns;
};

export type PairColumns = {
  readonly antecedent: ArrayLike<number>; // product numbers
  readonly consequent: ArrayLike<number>;
  readonly same: ArrayLike<number>; // distinct buyers of both in one order; only under the lower product
  readonly next: ArrayLike<number>; // distinct buyers of the consequent in the order after one with the antecedent
};

/**
 * Counts a whole shop at once by the miner's way: what adding one person after the other (customer-counts) comes to.
 * In: baskets by person, then time, then order id; which antecedents' pairs are wanted, by product number.
 * Out: the counts, after pauses.
 */
export function* countShop(
  baskets: BasketColumns,
  isWanted: (productNumber: number) => boolean = () => true,
): Generator<null, ShopCounts> {
  const index = indexColumns(baskets);
  const buyers = countBuyers(index);
  const { returning, leaving, arriving } = countReturning(index);
  const isCounted = (antecedent: number) => isWanted(index.productNumbers[antecedent] ?? -1);
  const same = yield* countPairs(index, index.productsOf, { onlyAbove: true, fewest: 1, isCounted });
  const next = yield* countPairs(index, listArrivals(index), { onlyAbove: false, fewest: 1, isCounted });
  return {
    ...{ people: index.allBuyers, returning, orders: index.persons.length },
    products: { product: index.productNumbers, buyers, leaving, arriving },
    pairs: mergePairs(index, same, next),
  };
}

/** Pairs of products in all baskets together: as many pairs at most as a shop has. In: baskets. Out: how many. */
export function pairsIn({ products: { starts } }: BasketColumns): number {
  let pairs = 0;
  for (let basket = 0; basket + 1 < starts.length; basket += 1) {
    const size = (starts[basket + 1] ?? 0) - (starts[basket] ?? 0);
    pairs += (size * (size - 1)) / 2;
  }
  return pairs;
}

/** Whether two countings of the same shop came to the same. */
export function isSameCount(a: ShopCounts, b: ShopCounts): boolean {
  return (
    a.people === b.people &&
    a.returning === b.returning &&
    a.orders === b.orders &&
    (['product', 'buyers', 'leaving', 'arriving'] as const).every((column) =>
      isSameColumn(a.products[column], b.products[column]),
    ) &&
    (['antecedent', 'consequent', 'same', 'next'] as const).every((column) =>
      isSameColumn(a.pairs[column], b.pairs[column]),
    )
  );
}

function isSameColumn(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

function mergePairs({ productNumbers }: BasketIndex, same: CountedPairs, next: CountedPairs): PairColumns {
  const most = same.support.length + next.support.length;
  const merged = {
    antecedent: new Int32Array(most),
    consequent: new Int32Array(most),
    same: new Int32Array(most),
    next: new Int32Array(most),
  };
  const keyAt = ({ antecedents, consequents }: CountedPairs, at: number) =>
    at < antecedents.length ? pairKey(antecedents[at] ?? 0, consequents[at] ?? 0) : Infinity;
  let [fromSame, fromNext, filled] = [0, 0, 0];
  while (fromSame < same.support.length || fromNext < next.support.length) {
    const [sameKey, nextKey] = [keyAt(same, fromSame), keyAt(next, fromNext)];
    const [of, at] = sameKey <= nextKey ? [same, fromSame] : [next, fromNext];
    merged.antecedent[filled] = productNumbers[of.antecedents[at] ?? 0] ?? 0;
    merged.consequent[filled] = productNumbers[of.consequents[at] ?? 0] ?? 0;
    if (sameKey <= nextKey) merged.same[filled] = same.support[fromSame++] ?? 0;
    if (nextKey <= sameKey) merged.next[filled] = next.support[fromNext++] ?? 0;
    filled += 1;
  }
  return {
    antecedent: merged.antecedent.subarray(0, filled),
    consequent: merged.consequent.subarray(0, filled),
    same: merged.same.subarray(0, filled),
    next: merged.next.subarray(0, filled),
  };
}

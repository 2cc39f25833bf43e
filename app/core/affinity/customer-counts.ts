/** What is counted of a shop's buyers in a window; every figure counts distinct persons, but for `orders`. */
export type PairingCounts = {
  people: number; // with an order
  returning: number; // with an order that another one follows
  orders: number;
  readonly products: Map<number, ProductCounts>; // by product number
  readonly pairs: Map<number, PairCounts>; // by pairKey
};

export type ProductCounts = { buyers: number; leaving: number; arriving: number };
/** `same` is kept once a pair, under its lower product; `next` in its direction. */
export type PairCounts = { same: number; next: number };

/** Product numbers are small, as a shop hands them out; two of them fit into one exact number. */
const MOST_PRODUCTS = 2 ** 26;

export function pairKey(antecedent: number, consequent: number): number {
  return antecedent * MOST_PRODUCTS + consequent;
}

/** In: a key of pairKey. Out: the product numbers of the pair. */
export function productsOfKey(key: number): readonly [antecedent: number, consequent: number] {
  return [Math.floor(key / MOST_PRODUCTS), key % MOST_PRODUCTS];
}

export function noCounts(): PairingCounts {
  return { people: 0, returning: 0, orders: 0, products: new Map(), pairs: new Map() };
}

/**
 * Adds what one person contributes to the counts of a shop, or takes it away. Because a person counts once a pair however
 * often they buy it, nothing less than their whole history in the window tells what one order changes: the change is the
 * contribution after it less the one before. The definitions are those of the miner (count-pairs, count-returning).
 * In: the person's baskets of counted distinct product numbers in time's order, without empty ones; +1 or -1.
 * Out: nothing; `counts` is changed, and entries that come to nothing are dropped.
 */
export function addPerson(
  counts: PairingCounts,
  baskets: ReadonlyArray<ReadonlyArray<number>>,
  sign: 1 | -1,
): void {
  if (baskets.length === 0) return;
  const [same, next] = [new Set<number>(), new Set<number>()];
  const [buyers, leaving, arriving] = [new Set<number>(), new Set<number>(), new Set<number>()];
  baskets.forEach((basket, at) => {
    const following = baskets[at + 1];
    const held = new Set(basket);
    for (const product of basket) {
      buyers.add(product);
      if (following) leaving.add(product);
      if (at > 0) arriving.add(product);
      for (const other of basket) if (product < other) same.add(pairKey(product, other));
      for (const other of following ?? []) if (!held.has(other)) next.add(pairKey(product, other));
    }
  });
  counts.people += sign;
  if (baskets.length > 1) counts.returning += sign;
  counts.orders += sign * baskets.length;
  for (const product of buyers) {
    const kept = counts.products.get(product) ?? { buyers: 0, leaving: 0, arriving: 0 };
    kept.buyers += sign;
    if (leaving.has(product)) kept.leaving += sign;
    if (arriving.has(product)) kept.arriving += sign;
    keep(counts.products, product, kept, kept.buyers === 0 && kept.leaving === 0 && kept.arriving === 0);
  }
  for (const key of same) addPair(counts, key, sign, 0);
  for (const key of next) addPair(counts, key, 0, sign);
}

function addPair({ pairs }: PairingCounts, key: number, same: number, next: number): void {
  const kept = pairs.get(key) ?? { same: 0, next: 0 };
  kept.same += same;
  kept.next += next;
  keep(pairs, key, kept, kept.same === 0 && kept.next === 0);
}

function keep<Value>(into: Map<number, Value>, key: number, value: Value, isNothing: boolean): void {
  if (isNothing) into.delete(key);
  else into.set(key, value);
}

/** Whether counts, or a change of them, come to nothing at all. */
export function isNothing({ people, returning, orders, products, pairs }: PairingCounts): boolean {
  return people === 0 && returning === 0 && orders === 0 && products.size === 0 && pairs.size === 0;
}

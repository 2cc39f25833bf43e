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
 * Adds what one person contributes to the counts of a shop. The definitions are those of the miner (count-pairs,
 * count-returning); a person counts once a pair, however often they buy it.
 * In: the person's baskets of counted distinct product numbers in time's order, without empty ones.
 * Out: nothing; `counts` is changed, and entries that come to nothing are dropped.
 */
export function addPerson(counts: PairingCounts, baskets: History): void {
  changePerson(counts, [], baskets);
}

/** A person's baskets of counted distinct product numbers in time's order, without empty ones. */
export type History = ReadonlyArray<ReadonlyArray<number>>;

/**
 * Changes the counts of a shop by what became of one person's history. Only pairs of the baskets between the first and the
 * last that differ are looked at, and whether they stand elsewhere in the history: one more order of somebody with a
 * hundred costs what that order holds.
 * In: the history before and after. Out: nothing; `counts` is changed, and entries that come to nothing are dropped.
 */
export function changePerson(counts: PairingCounts, before: History, after: History): void {
  const same = commonEnds(before, after);
  if (same === null) return;
  counts.people += Number(after.length > 0) - Number(before.length > 0);
  counts.returning += Number(after.length > 1) - Number(before.length > 1);
  counts.orders += after.length - before.length;
  const [old, now] = [placesOf(before), placesOf(after)];
  const touched = { products: new Set<number>(), same: new Set<number>(), next: new Set<number>() };
  touch(touched, before, same.start, before.length - same.end);
  touch(touched, after, same.start, after.length - same.end);
  for (const product of touched.products) {
    const [was, is] = [roles(old, before, product), roles(now, after, product)];
    addProduct(counts, product, {
      buyers: is.buyers - was.buyers,
      leaving: is.leaving - was.leaving,
      arriving: is.arriving - was.arriving,
    });
  }
  for (const key of touched.same)
    addPair(counts, key, Number(isTogether(now, key)) - Number(isTogether(old, key)), 0);
  for (const key of touched.next)
    addPair(counts, key, 0, Number(isFollowed(now, key)) - Number(isFollowed(old, key)));
}

/** How many pairs of products a change would look at, so that nobody begins what takes too long. */
export function pairsTouched(before: History, after: History): number {
  const same = commonEnds(before, after);
  if (same === null) return 0;
  return [before, after].reduce((sum, history) => {
    const end = history.length - same.end;
    let pairs = 0;
    for (let at = Math.max(0, same.start - 1); at < Math.min(end + 1, history.length); at += 1) {
      const size = history[at]?.length ?? 0;
      pairs += (size * size) / 2 + size * (history[at + 1]?.length ?? 0);
    }
    return sum + pairs;
  }, 0);
}

/** How many baskets both histories begin and end with; null: they are the same. */
function commonEnds(
  before: History,
  after: History,
): { readonly start: number; readonly end: number } | null {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && isSameBasket(before[start], after[start])) start += 1;
  if (start === before.length && start === after.length) return null;
  let end = 0;
  while (end < most - start && isSameBasket(before[before.length - 1 - end], after[after.length - 1 - end]))
    end += 1;
  return { start, end };
}

function isSameBasket(a: ReadonlyArray<number> | undefined, b: ReadonlyArray<number> | undefined): boolean {
  return a?.length === b?.length && (a ?? []).every((product, at) => b?.[at] === product);
}

type Touched = { readonly products: Set<number>; readonly same: Set<number>; readonly next: Set<number> };

/** Notes what may have changed with the baskets from one to before another: their neighbours' products lead to and from it. */
function touch(touched: Touched, history: History, from: number, to: number): void {
  for (let at = Math.max(0, from - 1); at <= Math.min(to, history.length - 1); at += 1) {
    const [basket, following] = [history[at] ?? [], history[at + 1] ?? []];
    for (const product of basket) {
      touched.products.add(product);
      if (at < to) for (const other of following) touched.next.add(pairKey(product, other));
      if (at >= from && at < to)
        for (const other of basket) if (product < other) touched.same.add(pairKey(product, other));
    }
  }
}

/** By product, in which baskets of a history it is, ascending. */
type Places = ReadonlyMap<number, ReadonlyArray<number>>;

function placesOf(history: History): Places {
  const places = new Map<number, number[]>();
  history.forEach((basket, at) => {
    for (const product of basket) {
      const held = places.get(product);
      if (held) held.push(at);
      else places.set(product, [at]);
    }
  });
  return places;
}

function roles(places: Places, history: History, product: number): ProductCounts {
  const held = places.get(product) ?? [];
  return {
    buyers: Number(held.length > 0),
    leaving: Number((held[0] ?? history.length) < history.length - 1),
    arriving: Number((held.at(-1) ?? 0) > 0),
  };
}

function isTogether(places: Places, key: number): boolean {
  const [product, other] = productsOfKey(key);
  const held = places.get(other) ?? [];
  return (places.get(product) ?? []).some((at) => held.includes(at));
}

/** Whether some basket holds the antecedent, but not the consequent, and the one after it the consequent. */
function isFollowed(places: Places, key: number): boolean {
  const [antecedent, consequent] = productsOfKey(key);
  const held = places.get(consequent) ?? [];
  return (places.get(antecedent) ?? []).some((at) => held.includes(at + 1) && !held.includes(at));
}

function addProduct({ products }: PairingCounts, product: number, change: ProductCounts): void {
  const kept = products.get(product) ?? { buyers: 0, leaving: 0, arriving: 0 };
  kept.buyers += change.buyers;
  kept.leaving += change.leaving;
  kept.arriving += change.arriving;
  keep(products, product, kept, kept.buyers === 0 && kept.leaving === 0 && kept.arriving === 0);
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

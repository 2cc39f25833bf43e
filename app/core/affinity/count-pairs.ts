import type { BasketIndex, Lists } from './index-baskets';

/** Parallel columns, one entry per pair; products are positions in the basket index. */
export type CountedPairs = {
  readonly antecedents: Int32Array;
  readonly consequents: Int32Array;
  readonly support: Int32Array; // distinct buyers
};

export type CountOptions = {
  readonly from: number; // the first antecedent that is counted, by position
  readonly onlyAbove: boolean;
  readonly isKept: (antecedent: number, consequent: number, buyers: number) => boolean;
};

/** Antecedents counted before others have their turn: a few milliseconds' work in a shop of thousands of products. */
const SLICE = 64;

/**
 * Counts distinct buyers per pair, one antecedent after the other, so that one row of counters is all it needs. Orders
 * come grouped by person, hence remembering the last person per consequent is enough to count everybody once. Pauses
 * between slices, and goes on when asked for the next.
 * In: baskets as indexed; for every order the products that its own products are paired with, ascending;
 * the first antecedent; `onlyAbove`: true counts each unordered pair once, under its lower product; which pairs are kept.
 * Out: pairs, ascending by antecedent, then consequent.
 */
export function* countPairs(
  index: BasketIndex,
  partnersOf: Lists,
  options: CountOptions,
): Generator<null, CountedPairs> {
  const products = index.productNumbers.length;
  const counting: Counting = {
    antecedents: [],
    consequents: [],
    support: [],
    buyers: new Int32Array(products),
    lastPerson: new Int32Array(products).fill(-1),
    touched: new Int32Array(products),
  };
  for (let from = options.from; from < products; from += SLICE) {
    countSlice(index, partnersOf, options, counting, from, Math.min(from + SLICE, products));
    yield null;
  }
  return {
    antecedents: new Int32Array(counting.antecedents),
    consequents: new Int32Array(counting.consequents),
    support: new Int32Array(counting.support),
  };
}

/** What was found so far, and one row of counters by consequent, which is empty between two antecedents. */
type Counting = {
  readonly antecedents: number[];
  readonly consequents: number[];
  readonly support: number[];
  readonly buyers: Int32Array;
  readonly lastPerson: Int32Array;
  readonly touched: Int32Array;
};

function countSlice(
  { persons, ordersOf }: BasketIndex,
  partnersOf: Lists,
  { onlyAbove, isKept }: CountOptions,
  { antecedents, consequents, support, buyers, lastPerson, touched }: Counting,
  from: number,
  to: number,
): void {
  for (let antecedent = from; antecedent < to; antecedent += 1) {
    const floor = onlyAbove ? antecedent : -1;
    const lastOrder = ordersOf.starts[antecedent + 1] ?? 0;
    let count = 0;
    for (let at = ordersOf.starts[antecedent] ?? 0; at < lastOrder; at += 1) {
      const order = ordersOf.items[at] ?? 0;
      const person = persons[order] ?? 0;
      const firstPartner = partnersOf.starts[order] ?? 0;
      for (let partner = (partnersOf.starts[order + 1] ?? 0) - 1; partner >= firstPartner; partner -= 1) {
        const consequent = partnersOf.items[partner] ?? 0;
        if (consequent <= floor) break;
        const last = lastPerson[consequent] ?? -1;
        if (last === person) continue;
        if (last === -1) touched[count++] = consequent;
        lastPerson[consequent] = person;
        buyers[consequent] = (buyers[consequent] ?? 0) + 1;
      }
    }
    let kept = 0;
    for (const consequent of touched.subarray(0, count)) {
      lastPerson[consequent] = -1;
      if (isKept(antecedent, consequent, buyers[consequent] ?? 0)) touched[kept++] = consequent;
      else buyers[consequent] = 0;
    }
    for (const consequent of touched.subarray(0, kept).sort()) {
      antecedents.push(antecedent);
      consequents.push(consequent);
      support.push(buyers[consequent] ?? 0);
      buyers[consequent] = 0;
    }
  }
}

/** For every product the distinct persons who bought it in an order that `counts`. */
export function countBuyers(
  { persons, ordersOf, productNumbers }: BasketIndex,
  counts: (order: number) => boolean,
): Int32Array {
  const buyers = new Int32Array(productNumbers.length);
  for (let product = 0; product < productNumbers.length; product += 1) {
    const end = ordersOf.starts[product + 1] ?? 0;
    let lastPerson = -1;
    for (let at = ordersOf.starts[product] ?? 0; at < end; at += 1) {
      const order = ordersOf.items[at] ?? 0;
      const person = persons[order] ?? 0;
      if (person === lastPerson || !counts(order)) continue;
      lastPerson = person;
      buyers[product] = (buyers[product] ?? 0) + 1;
    }
  }
  return buyers;
}

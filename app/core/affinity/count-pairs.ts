import type { BasketIndex, Lists } from './index-baskets';

/** Parallel columns, one entry per pair; products are positions in the basket index. */
export type CountedPairs = {
  readonly antecedents: Int32Array;
  readonly consequents: Int32Array;
  readonly support: Int32Array; // distinct buyers
};

/**
 * Counts distinct buyers per pair, one antecedent after the other, so that one row of counters is all it needs. Orders
 * come grouped by person, hence remembering the last person per consequent is enough to count everybody once.
 * In: baskets as indexed; for every order the products that its own products are paired with, ascending;
 * `onlyAbove`: true counts each unordered pair once, under its lower product; fewest buyers that is kept.
 * Out: pairs, ascending by antecedent, then consequent.
 */
export function countPairs(
  index: BasketIndex,
  partnersOf: Lists,
  { onlyAbove, minimumSupport }: { readonly onlyAbove: boolean; readonly minimumSupport: number },
): CountedPairs {
  const { persons, ordersOf, productNumbers } = index;
  const antecedents: number[] = [];
  const consequents: number[] = [];
  const support: number[] = [];
  const buyers = new Int32Array(productNumbers.length);
  const lastPerson = new Int32Array(productNumbers.length).fill(-1);
  const touched = new Int32Array(productNumbers.length);

  for (let antecedent = 0; antecedent < productNumbers.length; antecedent += 1) {
    const floor = onlyAbove ? antecedent : -1;
    const lastOrder = ordersOf.starts[antecedent + 1] ?? 0;
    let count = 0;
    for (let at = ordersOf.starts[antecedent] ?? 0; at < lastOrder; at += 1) {
      const order = ordersOf.items[at] ?? 0;
      const person = persons[order] ?? 0;
      const from = partnersOf.starts[order] ?? 0;
      for (let partner = (partnersOf.starts[order + 1] ?? 0) - 1; partner >= from; partner -= 1) {
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
      if ((buyers[consequent] ?? 0) >= minimumSupport) touched[kept++] = consequent;
      else buyers[consequent] = 0;
    }
    for (const consequent of touched.subarray(0, kept).sort()) {
      antecedents.push(antecedent);
      consequents.push(consequent);
      support.push(buyers[consequent] ?? 0);
      buyers[consequent] = 0;
    }
  }
  return {
    antecedents: new Int32Array(antecedents),
    consequents: new Int32Array(consequents),
    support: new Int32Array(support),
  };
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

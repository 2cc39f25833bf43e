import { FoundPairs, type CountedPairs } from './found-pairs';
import { gatherPartners, GROUP, measurePartners, partGroup, type GroupPartners } from './gather-partners';
import type { BasketIndex, Lists } from './index-baskets';

export type CountOptions = {
  readonly onlyAbove: boolean;
  readonly isKept: (antecedent: number, consequent: number, buyers: number) => boolean;
  readonly isCounted?: (antecedent: number) => boolean; // default: all are
};

/**
 * Counts distinct buyers per pair, one antecedent after the other, so that one row of counters is all it needs. The
 * partners of an antecedent are written side by side first: to look up every order that holds it would be to wait for
 * the memory each time. Orders come grouped by person, hence remembering the last person per consequent is enough to
 * count everybody once. Pauses between slices, and goes on when asked for the next.
 * In: baskets as indexed; for every order the products that its own products are paired with, ascending;
 * `onlyAbove`: true counts each unordered pair once, under its lower product; which pairs are kept.
 * Out: pairs, ascending by antecedent, then consequent.
 */
export function* countPairs(
  index: BasketIndex,
  partnersOf: Lists,
  options: CountOptions,
): Generator<null, CountedPairs> {
  const products = index.productNumbers.length;
  const counters: Counters = {
    lastAndBuyers: new Int32Array(2 * products),
    touched: new Int32Array(products),
  };
  const found = new FoundPairs();
  const sizes = measurePartners(index, partnersOf, options);
  for (let from = 0; from < products;) {
    const gathered = gatherPartners(index, partnersOf, options.onlyAbove, sizes, from);
    const room = new Int32Array(largestList(gathered.starts));
    yield null;
    for (let first = from; first < gathered.to; first += GROUP) {
      const group = partGroup(gathered, sizes, first, room);
      for (let antecedent = first; antecedent < Math.min(first + GROUP, gathered.to); antecedent += 1)
        countAntecedent(group, antecedent, options, counters, found);
      yield null;
    }
    from = gathered.to;
  }
  return found.columns();
}

function largestList(starts: Int32Array): number {
  return starts.reduce((largest, start, at) => Math.max(largest, start - (starts[at - 1] ?? 0)), 0);
}

/** One row of counters by consequent, which is all 0 between two antecedents. */
type Counters = {
  readonly lastAndBuyers: Int32Array; // by twos, for they are wanted together: the last person (from 1), distinct buyers so far
  readonly touched: Int32Array; // consequents that have any
};

function countAntecedent(
  { first, starts, entries }: GroupPartners,
  antecedent: number,
  { isKept }: CountOptions,
  { lastAndBuyers, touched }: Counters,
  found: FoundPairs,
): void {
  const end = starts[antecedent - first + 1] ?? 0;
  let person = 0;
  let count = 0;
  for (let at = starts[antecedent - first] ?? 0; at < end; at += 1) {
    let consequent = entries[at] ?? 0;
    if (consequent < 0) {
      consequent = -1 - consequent;
      person += 1;
    }
    const last = lastAndBuyers[2 * consequent] ?? 0;
    if (last === person) continue;
    if (last === 0) touched[count++] = consequent;
    lastAndBuyers[2 * consequent] = person;
    lastAndBuyers[2 * consequent + 1] = (lastAndBuyers[2 * consequent + 1] ?? 0) + 1;
  }
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const consequent = touched[at] ?? 0;
    lastAndBuyers[2 * consequent] = 0;
    if (isKept(antecedent, consequent, lastAndBuyers[2 * consequent + 1] ?? 0)) touched[kept++] = consequent;
    else lastAndBuyers[2 * consequent + 1] = 0;
  }
  for (const consequent of touched.subarray(0, kept).sort()) {
    found.add(antecedent, consequent, lastAndBuyers[2 * consequent + 1] ?? 0);
    lastAndBuyers[2 * consequent + 1] = 0;
  }
}

/** For every product the distinct persons who bought it in an order that `counts`. */
export function countBuyers(
  { persons, productsOf: { starts, items }, productNumbers }: BasketIndex,
  counts: (order: number) => boolean,
): Int32Array {
  const buyers = new Int32Array(productNumbers.length);
  const lastPerson = new Int32Array(productNumbers.length).fill(-1);
  for (let order = 0; order < persons.length; order += 1) {
    if (!counts(order)) continue;
    const person = persons[order] ?? 0;
    const end = starts[order + 1] ?? 0;
    for (let at = starts[order] ?? 0; at < end; at += 1) {
      const product = items[at] ?? 0;
      if (lastPerson[product] === person) continue;
      lastPerson[product] = person;
      buyers[product] = (buyers[product] ?? 0) + 1;
    }
  }
  return buyers;
}

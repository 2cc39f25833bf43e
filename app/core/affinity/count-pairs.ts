import { FoundPairs, type CountedPairs } from './found-pairs';
import { gatherPartners, GROUP, measurePartners, partGroup, type GroupPartners } from './gather-partners';
import type { BasketIndex, Lists } from './index-baskets';

export type CountOptions = {
  readonly onlyAbove: boolean;
  readonly fewest: number; // distinct buyers that a pair needs
  readonly isKept?: (antecedent: number, consequent: number) => boolean; // default: all that have them are
  readonly isCounted?: (antecedent: number) => boolean; // default: all are
};

/**
 * Counts distinct buyers per pair, one antecedent after the other, so that one row of counters is all it needs. The
 * partners of an antecedent are written side by side first: to look up every order that holds it would be to wait for
 * the memory each time. Orders come grouped by person, hence remembering the last person per consequent is enough to
 * count everybody once. Pauses between slices, and goes on when asked for the next.
 * In: baskets as indexed; for every order the products that its own products are paired with, ascending;
 * `onlyAbove`, where these are the order's own: true counts each unordered pair once, under its lower product; which pairs
 * are kept.
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
    touched: new Int32Array(products + 1),
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
  readonly touched: Int32Array; // consequents that have any; one place more, for what is written before it is counted
};

/** Written without branches where nobody could foresee which way they go: that is what a processor loses most time with. */
function countAntecedent(
  { first, starts, entries }: GroupPartners,
  antecedent: number,
  { fewest, isKept }: CountOptions,
  { lastAndBuyers, touched }: Counters,
  found: FoundPairs,
): void {
  const end = starts[antecedent - first + 1] ?? 0;
  let person = 0;
  let count = 0;
  for (let at = starts[antecedent - first] ?? 0; at < end; at += 1) {
    const entry = entries[at] ?? 0;
    const sign = entry >> 31; // -1 where another person begins
    person -= sign;
    const consequent = entry ^ sign;
    const last = lastAndBuyers[2 * consequent] ?? 0;
    if (last === person) continue;
    touched[count] = consequent;
    count += Number(last === 0);
    lastAndBuyers[2 * consequent] = person;
    lastAndBuyers[2 * consequent + 1] = (lastAndBuyers[2 * consequent + 1] ?? 0) + 1;
  }
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const consequent = touched[at] ?? 0;
    lastAndBuyers[2 * consequent] = 0;
    if ((lastAndBuyers[2 * consequent + 1] ?? 0) >= fewest) touched[kept++] = consequent;
    else lastAndBuyers[2 * consequent + 1] = 0;
  }
  for (const consequent of touched.subarray(0, kept).sort()) {
    const buyers = lastAndBuyers[2 * consequent + 1] ?? 0;
    lastAndBuyers[2 * consequent + 1] = 0;
    if (!isKept || isKept(antecedent, consequent)) found.add(antecedent, consequent, buyers);
  }
}

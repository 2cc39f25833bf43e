import type { BasketIndex, Lists } from './index-baskets';

/** Whole numbers that are gathered at once: at most 64 MB, however large the shop. */
const ROOM = 16_000_000;

/**
 * What the antecedents from one to before another are paired with, each as a list of its own: that of `antecedent` goes
 * from `starts[antecedent - from]` to before `starts[antecedent - from + 1]`, person after person. An entry is a partner,
 * or, where another person begins, `-1 - partner`.
 */
export type GatheredPartners = {
  readonly from: number;
  readonly to: number; // exclusive
  readonly starts: Int32Array;
  readonly entries: Int32Array;
};

/** In: as for countPairs. Out: how many entries the list of each product takes. */
export function measurePartners(
  { productNumbers, productsOf }: BasketIndex,
  partnersOf: Lists,
  onlyAbove: boolean,
): Int32Array {
  const sizes = new Int32Array(productNumbers.length);
  for (let order = 0; order + 1 < productsOf.starts.length; order += 1) {
    const lastPartner = partnersOf.starts[order + 1] ?? 0;
    let first = partnersOf.starts[order] ?? 0;
    const end = productsOf.starts[order + 1] ?? 0;
    for (let at = productsOf.starts[order] ?? 0; at < end && first < lastPartner; at += 1) {
      const antecedent = productsOf.items[at] ?? 0;
      if (onlyAbove) first = firstAbove(antecedent, partnersOf.items, first, lastPartner);
      if (first < lastPartner) sizes[antecedent] = (sizes[antecedent] ?? 0) + lastPartner - first;
    }
  }
  return sizes;
}

/** In: as for countPairs, what was measured, the first antecedent. Out: the lists of as many as there is room for. */
export function gatherPartners(
  { persons, productsOf }: BasketIndex,
  partnersOf: Lists,
  onlyAbove: boolean,
  sizes: Int32Array,
  from: number,
): GatheredPartners {
  const starts = startsOf(sizes, from);
  const to = from + starts.length - 1;
  const endAndLast = new Int32Array(2 * (to - from)); // by twos: how far the list is filled, the last person there
  for (let at = 0; at < to - from; at += 1) {
    endAndLast[2 * at] = starts[at] ?? 0;
    endAndLast[2 * at + 1] = -1;
  }
  const entries = new Int32Array(starts.at(-1) ?? 0);
  for (let order = 0; order < persons.length; order += 1) {
    const person = persons[order] ?? 0;
    const lastPartner = partnersOf.starts[order + 1] ?? 0;
    let first = partnersOf.starts[order] ?? 0;
    const end = productsOf.starts[order + 1] ?? 0;
    for (let at = productsOf.starts[order] ?? 0; at < end && first < lastPartner; at += 1) {
      const antecedent = productsOf.items[at] ?? 0;
      if (antecedent < from || antecedent >= to) continue;
      if (onlyAbove) first = firstAbove(antecedent, partnersOf.items, first, lastPartner);
      if (first === lastPartner) break;
      const list = 2 * (antecedent - from);
      const start = endAndLast[list] ?? 0;
      let place = start;
      for (let partner = first; partner < lastPartner; partner += 1)
        entries[place++] = partnersOf.items[partner] ?? 0;
      if (endAndLast[list + 1] !== person) entries[start] = -1 - (entries[start] ?? 0);
      endAndLast[list] = place;
      endAndLast[list + 1] = person;
    }
  }
  return { from, to, starts, entries };
}

/** Where lists of these sizes start, laid end to end from the first one on, as far as there is room for them. */
function startsOf(sizes: Int32Array, from: number): Int32Array {
  const starts = [0];
  let total = 0;
  for (let at = from; at < sizes.length; at += 1) {
    total += sizes[at] ?? 0;
    if (total > ROOM && at > from) break;
    starts.push(total);
  }
  return Int32Array.from(starts);
}

/** The place of the first partner above a product, from a place on. */
function firstAbove(product: number, partners: Int32Array, first: number, end: number): number {
  let place = first;
  while (place < end && (partners[place] ?? 0) <= product) place += 1;
  return place;
}

import type { BasketIndex, Lists } from './index-baskets';

/** Whole numbers that are gathered at once: at most 64 MB, however large the shop. */
const ROOM = 16_000_000;

/** Antecedents that are gathered into one group: what is written for them all stays near the processor. */
export const GROUP = 64;
const [GROUP_BITS, PRODUCT_BITS] = [6, 25]; // with the sign an entry has 32; 33 million products are enough

/**
 * What the antecedents from one to before another are paired with, group by group: that of group g, the antecedents from
 * `from + g * GROUP` on, goes from `starts[g]` to before `starts[g + 1]`. An entry is a partner with the antecedent's place
 * in the group above it; where another person begins it is `-1 - entry`.
 */
export type GatheredPartners = {
  readonly from: number;
  readonly to: number; // exclusive
  readonly starts: Int32Array;
  readonly entries: Int32Array;
};

/** In: as for countPairs. Out: how many entries the list of each product takes; of one that is not counted none. */
export function measurePartners(
  { productNumbers, productsOf }: BasketIndex,
  partnersOf: Lists,
  {
    onlyAbove,
    isCounted,
  }: { readonly onlyAbove: boolean; readonly isCounted?: (antecedent: number) => boolean },
): Int32Array {
  const sizes = new Int32Array(productNumbers.length);
  for (let order = 0; order + 1 < productsOf.starts.length; order += 1) {
    const first = partnersOf.starts[order] ?? 0;
    const last = partnersOf.starts[order + 1] ?? 0;
    if (first === last) continue;
    const end = productsOf.starts[order + 1] ?? 0;
    for (let at = productsOf.starts[order] ?? 0; at < end; at += 1) {
      const antecedent = productsOf.items[at] ?? 0;
      sizes[antecedent] = (sizes[antecedent] ?? 0) + last - (onlyAbove ? at + 1 : first);
    }
  }
  return isCounted ? sizes.map((size, antecedent) => (isCounted(antecedent) ? size : 0)) : sizes;
}

/** In: as for countPairs, what was measured, the first antecedent. Out: the groups that there is room for. */
export function gatherPartners(
  { persons, productsOf }: BasketIndex,
  partnersOf: Lists,
  onlyAbove: boolean,
  sizes: Int32Array,
  from: number,
): GatheredPartners {
  const starts = startsOfGroups(sizes, from);
  const to = Math.min(from + GROUP * (starts.length - 1), sizes.length);
  const ends = starts.slice();
  const entries = new Int32Array(starts.at(-1) ?? 0);
  const lastPerson = new Int32Array(sizes.length).fill(-1);
  for (let order = 0; order < persons.length; order += 1) {
    const person = persons[order] ?? 0;
    const firstPartner = partnersOf.starts[order] ?? 0;
    const last = partnersOf.starts[order + 1] ?? 0;
    if (firstPartner === last) continue;
    const end = productsOf.starts[order + 1] ?? 0;
    for (let at = productsOf.starts[order] ?? 0; at < end; at += 1) {
      const antecedent = productsOf.items[at] ?? 0;
      const first = onlyAbove ? at + 1 : firstPartner;
      if (first === last || antecedent < from || antecedent >= to || sizes[antecedent] === 0) continue;
      const group = (antecedent - from) >> GROUP_BITS;
      const place = (antecedent & (GROUP - 1)) << PRODUCT_BITS;
      const start = ends[group] ?? 0;
      ends[group] = start + last - first;
      for (let partner = first; partner < last; partner += 1)
        entries[start + partner - first] = place | (partnersOf.items[partner] ?? 0);
      if (lastPerson[antecedent] === person) continue;
      lastPerson[antecedent] = person;
      entries[start] = -1 - (entries[start] ?? 0);
    }
  }
  return { from, to, starts, entries };
}

/** Where the groups start, laid end to end from the first antecedent on, as far as there is room for them. */
function startsOfGroups(sizes: Int32Array, from: number): Int32Array {
  const starts = [0];
  let total = 0;
  for (let group = from; group < sizes.length; group += GROUP) {
    for (let at = group; at < Math.min(group + GROUP, sizes.length); at += 1) total += sizes[at] ?? 0;
    if (total > ROOM && group > from) break;
    starts.push(total);
  }
  return Int32Array.from(starts);
}

/** The partners of one group, antecedent after antecedent: of the one at place i from `starts[i]` to before `starts[i + 1]`. */
export type GroupPartners = {
  readonly first: number; // antecedent
  readonly starts: Int32Array;
  readonly entries: Int32Array; // partners; where another person begins, -1 - partner
};

/**
 * In: what was gathered and measured, the first antecedent of a group, room for the entries of a group. Out: that group, its
 * antecedents parted, in that room.
 */
export function partGroup(
  { from, to, starts: groups, entries: gathered }: GatheredPartners,
  sizes: Int32Array,
  first: number,
  entries: Int32Array,
): GroupPartners {
  const antecedents = Math.min(GROUP, to - first);
  const starts = new Int32Array(antecedents + 1);
  for (let at = 0; at < antecedents; at += 1) starts[at + 1] = (starts[at] ?? 0) + (sizes[first + at] ?? 0);
  const ends = starts.slice();
  const group = (first - from) >> GROUP_BITS;
  const end = groups[group + 1] ?? 0;
  for (let at = groups[group] ?? 0; at < end; at += 1) {
    const entry = gathered[at] ?? 0;
    const sign = entry >> 31; // -1 - n is n with every bit turned
    const pair = entry ^ sign;
    const place = ends[pair >> PRODUCT_BITS] ?? 0;
    ends[pair >> PRODUCT_BITS] = place + 1;
    entries[place] = (pair & ((1 << PRODUCT_BITS) - 1)) ^ sign;
  }
  return { first, starts, entries };
}

import type { BasketColumns } from '#core/affinity/index-baskets';
import { seededRandom } from '../../dev-store/stores/seeded-random';

const SEED = 20_261_126;
/** Popularity falls with the rank by this power, from a flat top on: the first tenth of the products sells a good half. */
const [SKEW, FLAT_TOP] = [0.9, 10];
/** Shares of orders with 1, 2, 3 … lines; the rest goes on by `TAIL`. On average 2.4 lines. */
const [SIZES, TAIL, LARGEST] = [[0.45, 0.22, 0.12, 0.08], 0.65, 30];
const COMES_AGAIN = 0.5; // after each order: two orders per person
const COMPANION = 0.35; // of further lines: one of the few products that go with the one before
const COMPANIONS = 6;

/**
 * A shop's year: people who come back, baskets of a few lines, few products that sell much and many that sell little.
 * In: line items and products. Out: baskets by person, then time; the same whenever it is asked for.
 */
export function generateBaskets(lines: number, productCount: number): BasketColumns {
  const random = seededRandom(SEED, `${lines} lines of ${productCount} products`);
  const popular = cumulated(Array.from({ length: productCount }, (_, rank) => (rank + FLAT_TOP) ** -SKEW));
  const shuffled = Int32Array.from({ length: productCount }, (_, rank) => rank);
  for (let at = productCount - 1; at > 0; at -= 1) {
    const other = random.whole(0, at);
    [shuffled[at], shuffled[other]] = [shuffled[other] ?? 0, shuffled[at] ?? 0];
  }
  const anyProduct = () => shuffled[placeIn(popular, random.fraction())] ?? 0;
  const companionOf = (product: number) => (product * 7 + 13 * random.whole(1, COMPANIONS)) % productCount;

  const persons: number[] = [];
  const starts = [0];
  const products = new Int32Array(lines);
  let [person, filled] = [0, 0];
  while (filled < lines) {
    const size = Math.min(sizeOf(random.fraction()), lines - filled);
    const start = filled;
    while (filled < start + size) {
      const isCompanion = filled > start && random.chance(COMPANION);
      const product = isCompanion ? companionOf(products[filled - 1] ?? 0) : anyProduct();
      if (!products.subarray(start, filled).includes(product)) products[filled++] = product;
    }
    persons.push(person);
    starts.push(filled);
    if (!random.chance(COMES_AGAIN)) person += 1;
  }
  return {
    persons: Int32Array.from(persons),
    products: { starts: Int32Array.from(starts), items: products },
  };
}

function sizeOf(chance: number): number {
  let [left, share] = [chance, 0];
  for (let size = 1; size < LARGEST; size += 1) {
    share = SIZES[size - 1] ?? share * TAIL;
    if (left < share) return size;
    left -= share;
  }
  return LARGEST;
}

function cumulated(weights: ReadonlyArray<number>): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return Float64Array.from(weights, (weight) => (sum += weight) / total);
}

/** The first place whose cumulated share is above the chance. */
function placeIn(shares: Float64Array, chance: number): number {
  let [low, high] = [0, shares.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shares[middle] ?? 1) > chance) high = middle;
    else low = middle + 1;
  }
  return low;
}

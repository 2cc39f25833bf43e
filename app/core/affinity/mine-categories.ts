import { assess, withEnoughBuyers, type AssessedPairs, type Minimums } from './assess-pairs';
import { countBuyers } from './count-buyers';
import { countPairs } from './count-pairs';
import { countReturning } from './count-returning';
import { indexColumns, type BasketColumns, type BasketIndex, type Lists } from './index-baskets';
import { listArrivals } from './list-arrivals';
import type { PairingTable } from './pairing';

/** Baskets in which each category stands as a product of its own, behind all real ones. */
export type CategoryIndex = {
  readonly products: BasketIndex;
  readonly both: BasketIndex; // the same orders, categories added; the places of products are those of `products`
  readonly names: ReadonlyArray<string>; // of the categories, in the order of their places
  readonly placeOf: Int32Array; // by place of a product that of its category; -1: unknown
};

/**
 * Lays baskets out with their categories. In: baskets as for `indexBaskets` and as indexed by it, category by product
 * number. Out: null where no product that was bought has a known category.
 */
export function indexCategories(
  baskets: BasketColumns,
  products: BasketIndex,
  categories: ReadonlyMap<number, string>,
): CategoryIndex | null {
  const bought = Array.from(products.productNumbers, (number) => categories.get(number));
  const names = [...new Set(bought.filter((name) => name !== undefined))].sort();
  if (names.length === 0) return null;
  const behind = (products.productNumbers.at(-1) ?? 0) + 1;
  const numbers = new Map(names.map((name, at) => [name, behind + at]));
  const numberOf = (product: number) => numbers.get(categories.get(product) ?? '');
  const both = indexColumns({
    persons: baskets.persons,
    products: addCategories(baskets.products, numberOf),
  });
  const first = products.productNumbers.length;
  const placeOf = Int32Array.from(bought, (name) => {
    const number = numbers.get(name ?? '');
    return number === undefined ? -1 : first + number - behind;
  });
  return { products, both, names, placeOf };
}

/** Each list with the distinct categories of its products behind them. */
function addCategories({ starts, items }: Lists, numberOf: (product: number) => number | undefined): Lists {
  const added = { starts: new Int32Array(starts.length), items: new Int32Array(2 * items.length) };
  let filled = 0;
  for (let list = 0; list + 1 < starts.length; list += 1) {
    const basket = items.subarray(starts[list], starts[list + 1]);
    added.items.set(basket, filled);
    filled += basket.length;
    for (const category of new Set(Array.from(basket, numberOf)))
      if (category !== undefined) added.items[filled++] = category;
    added.starts[list + 1] = filled;
  }
  return { starts: added.starts, items: added.items.subarray(0, filled) };
}

/**
 * What is bought with, or after, anything of a category: distinct buyers of any product of it who bought B of another
 * category, over all distinct buyers of the category; counted, kept and tested as pairs of products are. For the next
 * order the test looks, as there, only at buyers who have a following order.
 * In: baskets with categories, table, fewest buyers. Out: pairs of a category's place and a product's, after pauses.
 */
export function* assessCategories(
  { products, both, placeOf }: CategoryIndex,
  table: PairingTable,
  minimums: Minimums,
): Generator<null, AssessedPairs> {
  const buyers = countBuyers(both);
  const { returning, leaving, arriving } = countReturning(both);
  const pairs = yield* countPairs(
    both,
    table === 'same_order' ? products.productsOf : listArrivals(products),
    {
      isCounted: (place) => place >= products.productNumbers.length,
      onlyAbove: false,
      fewest: minimums.minimumSupport,
      isKept: (category, consequent) => placeOf[consequent] !== category,
    },
  );
  const [population, drawn, marked] =
    table === 'same_order' ? [both.allBuyers, buyers, buyers] : [returning, leaving, arriving];
  const counts = { allBuyers: both.allBuyers, antecedentBuyers: buyers, consequentBuyers: marked };
  return withEnoughBuyers([pairs], assess(pairs, { population, drawn, marked }), counts, minimums);
}

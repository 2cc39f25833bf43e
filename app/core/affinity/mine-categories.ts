import { assess, withEnoughBuyers, type AssessedPairs, type Minimums } from './assess-pairs';
import { countBuyers, countPairs } from './count-pairs';
import { countReturning } from './count-returning';
import { indexBaskets, type Basket, type BasketIndex } from './index-baskets';
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
  baskets: ReadonlyArray<Basket>,
  products: BasketIndex,
  categories: ReadonlyMap<number, string>,
): CategoryIndex | null {
  const bought = Array.from(products.productNumbers, (number) => categories.get(number));
  const names = [...new Set(bought.filter((name) => name !== undefined))].sort();
  if (names.length === 0) return null;
  const behind = (products.productNumbers.at(-1) ?? 0) + 1;
  const numbers = new Map(names.map((name, at) => [name, behind + at]));
  const numberOf = (product: number) => numbers.get(categories.get(product) ?? '');
  const both = indexBaskets(
    baskets.map(({ person, products: basket }) => {
      const theirs = new Set(basket.map(numberOf).filter((number) => number !== undefined));
      return { person, products: [...basket, ...theirs] };
    }),
  );
  const first = products.productNumbers.length;
  const placeOf = Int32Array.from(bought, (name) => {
    const number = numbers.get(name ?? '');
    return number === undefined ? -1 : first + number - behind;
  });
  return { products, both, names, placeOf };
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
  const buyers = countBuyers(both, () => true);
  const { returning, leaving, arriving } = countReturning(both);
  const pairs = yield* countPairs(
    both,
    table === 'same_order' ? products.productsOf : listArrivals(products),
    {
      isCounted: (place) => place >= products.productNumbers.length,
      onlyAbove: false,
      isKept: (category, consequent, support) =>
        support >= minimums.minimumSupport && placeOf[consequent] !== category,
    },
  );
  const [population, drawn, marked] =
    table === 'same_order' ? [both.allBuyers, buyers, buyers] : [returning, leaving, arriving];
  const counts = { allBuyers: both.allBuyers, antecedentBuyers: buyers, consequentBuyers: marked };
  return withEnoughBuyers([pairs], assess(pairs, { population, drawn, marked }), counts, minimums);
}

import { DEFAULT_SETTINGS } from '../settings/settings';
import type { Instant } from '../shared/time';
import { assessNextOrder, assessSameOrder, type Minimums } from './assess-pairs';
import { buildTables } from './build-rows';
import { countBuyers } from './count-buyers';
import { indexColumns, type BasketColumns } from './index-baskets';
import { assessCategories, indexCategories, type CategoryIndex } from './mine-categories';
import type { CategoryRow, LearnedTable, PairingRow, PairingTable } from './pairing';

export type MiningInput = {
  readonly baskets: BasketColumns; // by person, then time, then order id; counted distinct product numbers
  readonly windowFrom: Instant;
  readonly windowTo: Instant;
  readonly minimums?: Minimums;
  readonly categories?: ReadonlyMap<number, string>; // by product number, where known
};

const TABLES: ReadonlyArray<PairingTable> = ['same_order', 'next_order'];

/**
 * Learns both tables of pairings from the baskets of a window. Pairs with too few buyers are dropped: nothing offers
 * them, and they would only make the test of the others harder; hence no row is ever graded `few_orders`.
 * The same is learned of categories, as a test of its own, for the products that too few have bought.
 * Counting takes longest in a large shop, so it pauses after every few products of that.
 * In: baskets, window (ms), fewest buyers of an antecedent and of a pair (default: those of the default settings).
 * Out: null for a pause; then the table of the same order, then that of the next. Rows ascending by antecedent,
 * consequents ascending within a row.
 */
export function* mineInSlices(input: MiningInput): Generator<LearnedTable | null> {
  const minimums = input.minimums ?? DEFAULT_SETTINGS.affinity;
  const index = indexColumns(input.baskets);
  const buyers = countBuyers(index);
  yield null;
  const rows = buildTables(
    index.productNumbers,
    yield* assessSameOrder(index, buyers, minimums),
    yield* assessNextOrder(index, buyers, minimums),
  );
  const byCategory = indexCategories(input.baskets, index, input.categories ?? new Map());
  const ofCategories =
    byCategory &&
    buildTables(
      byCategory.both.productNumbers,
      yield* assessCategories(byCategory, 'same_order', minimums),
      yield* assessCategories(byCategory, 'next_order', minimums),
    );
  const isSettled = (place: number) => (buyers[place] ?? 0) >= minimums.minimumBuyers;
  for (const table of TABLES) {
    yield {
      table,
      windowFrom: input.windowFrom,
      windowTo: input.windowTo,
      orders: index.persons.length,
      allBuyers: index.allBuyers,
      rows: rows[table],
      categories: byCategory && ofCategories ? nameRows(byCategory, ofCategories[table], isSettled) : [],
    };
  }
}

/** Rows by the names of the categories that their antecedents stand for. */
function nameRows(
  { products, both, names, placeOf }: CategoryIndex,
  rows: ReadonlyArray<PairingRow>,
  isSettled: (place: number) => boolean,
): ReadonlyArray<CategoryRow> {
  const first = products.productNumbers.length;
  const behind = both.productNumbers[first] ?? 0;
  return rows.map(({ antecedent, ...row }) => ({
    ...row,
    category: names[antecedent - behind] ?? '',
    settled: [...products.productNumbers].filter(
      (_, place) => placeOf[place] === first + antecedent - behind && isSettled(place),
    ),
  }));
}

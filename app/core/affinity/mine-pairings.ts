import { DEFAULT_SETTINGS } from '../settings/settings';
import type { Instant } from '../shared/time';
import { countBuyers } from './count-pairs';
import { gradePairs } from './grade-pairs';
import { indexBaskets, type Basket, type BasketIndex } from './index-baskets';
import { assessCategories, indexCategories, type CategoryIndex } from './mine-categories';
import type { CategoryRow, EvidenceGrade, LearnedTable, PairingRow, PairingTable } from './pairing';
import { assessNextOrder, assessSameOrder, type Minimums, type AssessedPairs } from './assess-pairs';

export type MiningInput = {
  readonly baskets: ReadonlyArray<Basket>; // by person, then time, then order id; counted distinct product numbers
  readonly windowFrom: Instant;
  readonly windowTo: Instant;
  readonly minimums?: Minimums;
  readonly categories?: ReadonlyMap<number, string>; // by product number, where known
};

/**
 * Learns both tables of pairings from the baskets of a window. Pairs with too few buyers are dropped: nothing offers
 * them, and they would only make the test of the others harder; hence no row is ever graded `few_orders`.
 * The same is learned of categories, as a test of its own, for the products that too few have bought.
 * Counting takes longest in a large shop, so it pauses after every few products of that.
 * In: baskets, window (ms), fewest buyers of an antecedent and of a pair (default: those of the default settings).
 * Out: null for a pause; each table as soon as it is learned, first that of the same order, then that of the next. Rows
 * ascending by antecedent, consequents ascending within a row.
 */
export function* mineInSlices(input: MiningInput): Generator<LearnedTable | null> {
  const minimums = input.minimums ?? DEFAULT_SETTINGS.affinity;
  const index = indexBaskets(input.baskets);
  const buyers = countBuyers(index, () => true);
  const byCategory = indexCategories(input.baskets, index, input.categories ?? new Map());
  const isSettled = (place: number) => (buyers[place] ?? 0) >= minimums.minimumBuyers;
  const learn = function* (table: PairingTable, assessed: AssessedPairs): Generator<null, LearnedTable> {
    return {
      table,
      windowFrom: input.windowFrom,
      windowTo: input.windowTo,
      orders: index.persons.length,
      allBuyers: index.allBuyers,
      rows: buildRows(index, assessed),
      categories: byCategory
        ? categoryRows(byCategory, yield* assessCategories(byCategory, table, minimums), isSettled)
        : [],
    };
  };
  yield null;
  yield yield* learn('same_order', yield* assessSameOrder(index, buyers, minimums));
  yield yield* learn('next_order', yield* assessNextOrder(index, buyers, minimums));
}

function categoryRows(
  byCategory: CategoryIndex,
  assessed: AssessedPairs,
  isSettled: (place: number) => boolean,
): ReadonlyArray<CategoryRow> {
  const { products, both, names, placeOf } = byCategory;
  const first = products.productNumbers.length;
  const behind = both.productNumbers[first] ?? 0;
  return buildRows(both, assessed).map(({ antecedent, ...row }) => ({
    ...row,
    category: names[antecedent - behind] ?? '',
    settled: [...products.productNumbers].filter(
      (_, place) => placeOf[place] === first + antecedent - behind && isSettled(place),
    ),
  }));
}

function buildRows(index: BasketIndex, { pairs, pValues, counts }: AssessedPairs): ReadonlyArray<PairingRow> {
  const gradeAt = gradePairs(pairs, pValues, counts);
  const rows = new Array<RowUnderWay | undefined>(index.productNumbers.length);
  for (let at = 0; at < pairs.support.length; at += 1) {
    const antecedent = pairs.antecedents[at] ?? 0;
    const consequent = pairs.consequents[at] ?? 0;
    const row = (rows[antecedent] ??= {
      antecedent: index.productNumbers[antecedent] ?? 0,
      buyers: counts.antecedentBuyers[antecedent] ?? 0,
      consequents: [],
      support: [],
      consequentBuyers: [],
      grades: [],
    });
    row.consequents.push(index.productNumbers[consequent] ?? 0);
    row.support.push(pairs.support[at] ?? 0);
    row.consequentBuyers.push(counts.consequentBuyers[consequent] ?? 0);
    row.grades.push(gradeAt(at));
  }
  return rows.filter((row) => row !== undefined);
}

type RowUnderWay = {
  readonly antecedent: number;
  readonly buyers: number;
  readonly consequents: number[];
  readonly support: number[];
  readonly consequentBuyers: number[];
  readonly grades: EvidenceGrade[];
};

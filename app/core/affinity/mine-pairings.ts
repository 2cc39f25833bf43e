import { DEFAULT_SETTINGS } from '../settings/settings';
import type { Instant } from '../shared/time';
import { countBuyers } from './count-pairs';
import { gradePairs } from './grade-pairs';
import { indexColumns, type BasketColumns, type BasketIndex } from './index-baskets';
import type { EvidenceGrade, PairingMining, PairingRow, PairingTable } from './pairing';
import { assessNextOrder, assessSameOrder, type Minimums, type AssessedPairs } from './assess-pairs';

export type MiningInput = {
  readonly baskets: BasketColumns; // by person, then time, then order id; counted distinct product numbers
  readonly windowFrom: Instant;
  readonly windowTo: Instant;
  readonly minimums?: Minimums;
};

/**
 * Learns both tables of pairings from the baskets of a window. Pairs with too few buyers are dropped: nothing offers
 * them, and they would only make the test of the others harder; hence no row is ever graded `few_orders`.
 * Counting takes longest in a large shop, so it pauses after every few products of that.
 * In: baskets, window (ms), fewest buyers of an antecedent and of a pair (default: those of the default settings).
 * Out: null for a pause; each table as soon as it is learned, first that of the same order, then that of the next. Rows
 * ascending by antecedent, consequents ascending within a row.
 */
export function* mineInSlices(input: MiningInput): Generator<PairingMining | null> {
  const minimums = input.minimums ?? DEFAULT_SETTINGS.affinity;
  const index = indexColumns(input.baskets);
  const buyers = countBuyers(index, () => true);
  const describe = (table: PairingTable, assessed: AssessedPairs): PairingMining => ({
    table,
    windowFrom: input.windowFrom,
    windowTo: input.windowTo,
    orders: index.persons.length,
    allBuyers: index.allBuyers,
    rows: buildRows(index, assessed),
  });
  yield null;
  yield describe('same_order', yield* assessSameOrder(index, buyers, minimums));
  yield describe('next_order', yield* assessNextOrder(index, buyers, minimums));
}

function buildRows(index: BasketIndex, { pairs, pValues, counts }: AssessedPairs): ReadonlyArray<PairingRow> {
  const gradeAt = gradePairs(pairs, pValues, counts);
  const products = index.productNumbers.length;
  const sizes = new Int32Array(products);
  for (let at = 0; at < pairs.antecedents.length; at += 1) {
    const antecedent = pairs.antecedents[at] ?? 0;
    sizes[antecedent] = (sizes[antecedent] ?? 0) + 1;
  }
  const rows = new Array<RowUnderWay | undefined>(products);
  const filled = new Int32Array(products);
  for (let at = 0; at < pairs.support.length; at += 1) {
    const antecedent = pairs.antecedents[at] ?? 0;
    const consequent = pairs.consequents[at] ?? 0;
    const size = sizes[antecedent] ?? 0;
    const row = (rows[antecedent] ??= {
      antecedent: index.productNumbers[antecedent] ?? 0,
      buyers: counts.antecedentBuyers[antecedent] ?? 0,
      consequents: new Array<number>(size),
      support: new Array<number>(size),
      consequentBuyers: new Array<number>(size),
      grades: new Array<EvidenceGrade>(size),
    });
    const place = filled[antecedent] ?? 0;
    filled[antecedent] = place + 1;
    row.consequents[place] = index.productNumbers[consequent] ?? 0;
    row.support[place] = pairs.support[at] ?? 0;
    row.consequentBuyers[place] = counts.consequentBuyers[consequent] ?? 0;
    row.grades[place] = gradeAt(at);
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

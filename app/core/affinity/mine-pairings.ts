import { DEFAULT_SETTINGS } from '../settings/settings';
import type { Instant } from '../shared/time';
import { countBuyers, type CountedPairs } from './count-pairs';
import { gradePairs, type BuyerCounts } from './grade-pairs';
import { indexBaskets, type Basket, type BasketIndex } from './index-baskets';
import { rankingScore } from './measures';
import type { EvidenceGrade, PairingMining, PairingRow, PairingTable } from './pairing';
import { assessNextOrder, assessSameOrder, type Minimums, type AssessedPairs } from './assess-pairs';

export type MiningInput = {
  readonly baskets: ReadonlyArray<Basket>; // by person, then time, then order id; counted distinct product numbers
  readonly windowFrom: Instant;
  readonly windowTo: Instant;
  readonly minimums?: Minimums;
};

/**
 * Learns both tables of pairings from the baskets of a window. Pairs with too few buyers are dropped: nothing offers
 * them, and they would only make the test of the others harder; hence no row is ever graded `few_orders`.
 * Counting takes longest in a large shop, so it pauses after every few products of that.
 * In: baskets, window (ms), fewest buyers of an antecedent and of a pair (default: those of the default settings).
 * Out: null for a pause; then the table of the same order, then that of the next. Rows ascending by antecedent,
 * consequents ascending within a row.
 */
export function* mineInSlices(input: MiningInput): Generator<PairingMining | null> {
  const minimums = input.minimums ?? DEFAULT_SETTINGS.affinity;
  const index = indexBaskets(input.baskets);
  const buyers = countBuyers(index, () => true);
  const describe = (table: PairingTable, assessed: AssessedPairs, other: OtherTable): PairingMining => ({
    table,
    windowFrom: input.windowFrom,
    windowTo: input.windowTo,
    orders: index.persons.length,
    allBuyers: index.allBuyers,
    rows: buildRows(index, assessed, other),
  });
  yield null;
  const same = yield* assessSameOrder(index, buyers, minimums);
  const next = yield* assessNextOrder(index, buyers, minimums);
  const other = matchTables(same.pairs, next.pairs, index.productNumbers.length);
  yield describe('same_order', same, { counts: next.counts, support: other.nextOfSame });
  yield describe('next_order', next, { counts: same.counts, support: other.sameOfNext });
}

/** For every pair of either table its support in the other one; 0 where that has too few buyers to be kept. */
function matchTables(same: CountedPairs, next: CountedPairs, products: number) {
  const keyAt = ({ antecedents, consequents }: CountedPairs, at: number) =>
    (antecedents[at] ?? 0) * products + (consequents[at] ?? 0);
  const placeOfNext = new Map(Array.from(next.support, (_support, at) => [keyAt(next, at), at]));
  const nextOfSame = new Int32Array(same.support.length);
  const sameOfNext = new Int32Array(next.support.length);
  for (let at = 0; at < same.support.length; at += 1) {
    const place = placeOfNext.get(keyAt(same, at));
    if (place === undefined) continue;
    nextOfSame[at] = next.support[place] ?? 0;
    sameOfNext[place] = same.support[at] ?? 0;
  }
  return { nextOfSame, sameOfNext };
}

/** What the other table says about the same pairs. */
type OtherTable = { readonly counts: BuyerCounts; readonly support: Int32Array };

function buildRows(
  index: BasketIndex,
  { pairs, pValues, counts }: AssessedPairs,
  other: OtherTable,
): ReadonlyArray<PairingRow> {
  const gradeAt = gradePairs(pairs, pValues, counts);
  const scoreAt = (at: number) => {
    const consequentBuyers = other.counts.consequentBuyers[pairs.consequents[at] ?? 0] ?? 0;
    const buyers = counts.antecedentBuyers[pairs.antecedents[at] ?? 0] ?? 0;
    const score = rankingScore(
      { support: pairs.support[at] ?? 0, buyers },
      { support: other.support[at] ?? 0, consequentBuyers, allBuyers: other.counts.allBuyers },
    );
    return Math.round(1e6 * score);
  };
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
      scores: [],
    });
    row.consequents.push(index.productNumbers[consequent] ?? 0);
    row.support.push(pairs.support[at] ?? 0);
    row.consequentBuyers.push(counts.consequentBuyers[consequent] ?? 0);
    row.grades.push(gradeAt(at));
    row.scores.push(scoreAt(at));
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
  readonly scores: number[];
};

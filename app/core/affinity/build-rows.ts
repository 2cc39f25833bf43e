import type { AssessedPairs } from './assess-pairs';
import type { CountedPairs } from './count-pairs';
import { gradePairs, type BuyerCounts } from './grade-pairs';
import { rankingScore } from './measures';
import type { EvidenceGrade, PairingRow } from './pairing';

/** What the other table says about the same pairs: nothing (0) where that has too few buyers to be kept. */
type OtherTable = { readonly counts: BuyerCounts; readonly support: Int32Array };

/**
 * Lays both tables out as rows, each pair with its grade and with the score that looks at the other table.
 * In: numbers of the products (or categories) by position, the pairs of both tables. Out: rows ascending by antecedent,
 * consequents ascending within a row.
 */
export function buildTables(numbers: Int32Array, same: AssessedPairs, next: AssessedPairs) {
  const other = matchTables(same.pairs, next.pairs, numbers.length);
  return {
    same_order: buildRows(numbers, same, { counts: next.counts, support: other.nextOfSame }),
    next_order: buildRows(numbers, next, { counts: same.counts, support: other.sameOfNext }),
  };
}

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

function buildRows(
  numbers: Int32Array,
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
  const rows = new Array<RowUnderWay | undefined>(numbers.length);
  for (let at = 0; at < pairs.support.length; at += 1) {
    const antecedent = pairs.antecedents[at] ?? 0;
    const consequent = pairs.consequents[at] ?? 0;
    const row = (rows[antecedent] ??= {
      antecedent: numbers[antecedent] ?? 0,
      buyers: counts.antecedentBuyers[antecedent] ?? 0,
      consequents: [],
      support: [],
      consequentBuyers: [],
      grades: [],
      scores: [],
    });
    row.consequents.push(numbers[consequent] ?? 0);
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

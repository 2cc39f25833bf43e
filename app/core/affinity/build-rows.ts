import type { AssessedPairs } from './assess-pairs';
import type { CountedPairs } from './found-pairs';
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
  const sizes = new Int32Array(numbers.length);
  for (let at = 0; at < pairs.antecedents.length; at += 1) {
    const antecedent = pairs.antecedents[at] ?? 0;
    sizes[antecedent] = (sizes[antecedent] ?? 0) + 1;
  }
  const rows = new Array<RowUnderWay | undefined>(numbers.length);
  const filled = new Int32Array(numbers.length);
  for (let at = 0; at < pairs.support.length; at += 1) {
    const antecedent = pairs.antecedents[at] ?? 0;
    const consequent = pairs.consequents[at] ?? 0;
    const size = sizes[antecedent] ?? 0;
    const row = (rows[antecedent] ??= {
      antecedent: numbers[antecedent] ?? 0,
      buyers: counts.antecedentBuyers[antecedent] ?? 0,
      consequents: new Array<number>(size),
      support: new Array<number>(size),
      consequentBuyers: new Array<number>(size),
      grades: new Array<EvidenceGrade>(size),
      scores: new Array<number>(size),
    });
    const place = filled[antecedent] ?? 0;
    filled[antecedent] = place + 1;
    row.consequents[place] = numbers[consequent] ?? 0;
    row.support[place] = pairs.support[at] ?? 0;
    row.consequentBuyers[place] = counts.consequentBuyers[consequent] ?? 0;
    row.grades[place] = gradeAt(at);
    row.scores[place] = scoreAt(at);
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

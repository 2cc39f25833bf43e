import type { AssessedPairs } from './assess-pairs';
import { gradePairs } from './grade-pairs';
import { rankingScore } from './measures';
import type { EvidenceGrade, PairingRow } from './pairing';

/**
 * Lays both tables out as rows, each pair with its grade and with the score that looks at the other table.
 * In: numbers of the products (or categories) by position, the pairs of both tables. Out: rows ascending by antecedent,
 * consequents ascending within a row.
 */
export function buildTables(numbers: Int32Array, same: AssessedPairs, next: AssessedPairs) {
  return { same_order: buildRows(numbers, same, next), next_order: buildRows(numbers, next, same) };
}

/** `other`: the other table, which says nothing (0) of a pair that has too few buyers in it to be kept. */
function buildRows(
  numbers: Int32Array,
  { pairs, pValues, starts, counts }: AssessedPairs,
  other: AssessedPairs,
): ReadonlyArray<PairingRow> {
  const gradeAt = gradePairs(pairs, pValues, counts);
  const elsewhere = supportIn(other, { pairs, starts });
  const scoreAt = (at: number, buyers: number) => {
    const consequentBuyers = other.counts.consequentBuyers[pairs.consequents[at] ?? 0] ?? 0;
    const score = rankingScore(
      { support: pairs.support[at] ?? 0, buyers },
      { support: elsewhere[at] ?? 0, consequentBuyers, allBuyers: other.counts.allBuyers },
    );
    return Math.round(1e6 * score);
  };
  const rows: PairingRow[] = [];
  for (let antecedent = 0; antecedent + 1 < starts.length; antecedent += 1) {
    const [start, end] = [starts[antecedent] ?? 0, starts[antecedent + 1] ?? 0];
    if (start === end) continue;
    const buyers = counts.antecedentBuyers[antecedent] ?? 0;
    const row = {
      antecedent: numbers[antecedent] ?? 0,
      buyers,
      consequents: new Array<number>(end - start),
      support: new Array<number>(end - start),
      consequentBuyers: new Array<number>(end - start),
      grades: new Array<EvidenceGrade>(end - start),
      scores: new Array<number>(end - start),
    };
    for (let at = start; at < end; at += 1) {
      const consequent = pairs.consequents[at] ?? 0;
      row.consequents[at - start] = numbers[consequent] ?? 0;
      row.support[at - start] = pairs.support[at] ?? 0;
      row.consequentBuyers[at - start] = counts.consequentBuyers[consequent] ?? 0;
      row.grades[at - start] = gradeAt(at);
      row.scores[at - start] = scoreAt(at, buyers);
    }
    rows.push(row);
  }
  return rows;
}

/** The support that each of the pairs has in another table, 0 where it is not there. */
function supportIn(
  other: AssessedPairs,
  { pairs, starts }: Pick<AssessedPairs, 'pairs' | 'starts'>,
): Int32Array {
  const found = new Int32Array(pairs.support.length);
  for (let antecedent = 0; antecedent + 1 < starts.length; antecedent += 1) {
    const last = other.starts[antecedent + 1] ?? 0;
    let place = other.starts[antecedent] ?? 0;
    for (let at = starts[antecedent] ?? 0; at < (starts[antecedent + 1] ?? 0) && place < last; at += 1) {
      const consequent = pairs.consequents[at] ?? 0;
      while (place < last && (other.pairs.consequents[place] ?? 0) < consequent) place += 1;
      if (place < last && other.pairs.consequents[place] === consequent)
        found[at] = other.pairs.support[place] ?? 0;
    }
  }
  return found;
}

/**
 * p-values raised so that calling all below a level findings keeps the expected share of false ones under that level.
 * In: p-values (fractions). Out: adjusted p-values (fractions) in the order given. Source: Benjamini & Hochberg 1995.
 */
export function adjustBenjaminiHochberg(pValues: ReadonlyArray<number>): Float64Array {
  // Sorting the numbers themselves and looking each up again is several times faster than sorting positions.
  const given = new Float64Array(pValues);
  const sorted = given.toSorted();
  const adjusted = new Float64Array(sorted.length);
  let lowest = 1;
  for (let rank = sorted.length; rank >= 1; rank -= 1) {
    lowest = Math.min(lowest, ((sorted[rank - 1] ?? 1) * sorted.length) / rank);
    adjusted[rank - 1] = lowest;
  }
  return given.map((pValue) => adjusted[positionOf(sorted, pValue)] ?? 1);
}

/** Some position of a value that is in the sorted array; equal p-values have equal adjusted ones. */
function positionOf(sorted: Float64Array, value: number): number {
  let from = 0;
  let to = sorted.length - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? 1) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

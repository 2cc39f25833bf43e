/**
 * The largest p-value that may still be called a finding, so that of all findings no more than `level` are expected to
 * be false: the largest p(k) with p(k) <= k / m * level among the sorted p(1) .. p(m).
 * In: p-values and level (fractions). Out: that p-value, or null when nothing is a finding.
 * Source: Benjamini & Hochberg 1995, procedure (1). A pair is a finding exactly when its adjusted p-value is <= level;
 * adjusting half a million of them would mean looking each up again.
 */
export function largestFinding(pValues: Float64Array, level: number): number | null {
  // Without sorting: where fewer than k pass rank k, no rank above their number holds, for it would let no more pass.
  let [rank, below] = [pValues.length, findUpTo(pValues, level * pValues.length)];
  while (below.count < rank) {
    rank = below.count;
    below = findUpTo(pValues, level * rank);
  }
  return below.largest;
}

/** How many p-values, times how many there are, come up to a limit, and the largest of these. */
function findUpTo(pValues: Float64Array, limit: number) {
  let count = 0;
  let largest: number | null = null;
  for (let at = 0; at < pValues.length; at += 1) {
    const pValue = pValues[at] ?? 1;
    if (pValue * pValues.length > limit) continue;
    count += 1;
    if (largest === null || pValue > largest) largest = pValue;
  }
  return { count, largest };
}

/**
 * Each p-value adjusted for how many were tested: the lowest level at which it would be called a finding.
 * In: p-values (fractions). Out: q-values (fractions, at most 1) in the same places. Source: Benjamini & Hochberg 1995,
 * as adjusted values: q(k) = min over j >= k of p(j) * m / j.
 */
export function adjustPValues(pValues: Float64Array): Float64Array {
  const count = pValues.length;
  const ranked = Int32Array.from(pValues.keys()).sort((a, b) => (pValues[a] ?? 1) - (pValues[b] ?? 1));
  const adjusted = new Float64Array(count);
  let lowest = 1;
  for (let rank = count; rank >= 1; rank -= 1) {
    const at = ranked[rank - 1] ?? 0;
    lowest = Math.min(lowest, ((pValues[at] ?? 1) * count) / rank);
    adjusted[at] = lowest;
  }
  return adjusted;
}

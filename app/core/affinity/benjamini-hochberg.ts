/**
 * The largest p-value that may still be called a finding, so that of all findings no more than `level` are expected to
 * be false: the largest p(k) with p(k) <= k / m * level among the sorted p(1) .. p(m).
 * In: p-values and level (fractions). Out: that p-value, or null when nothing is a finding.
 * Source: Benjamini & Hochberg 1995, procedure (1). A pair is a finding exactly when its adjusted p-value is <= level;
 * adjusting half a million of them would mean looking each up again.
 */
export function largestFinding(pValues: Float64Array, level: number): number | null {
  // One above the level is no finding whatever its rank, and has the highest ranks: only the others need sorting.
  const sorted = pValues.filter((pValue) => pValue <= level).sort();
  for (let rank = sorted.length; rank >= 1; rank -= 1) {
    const pValue = sorted[rank - 1] ?? 1;
    if (pValue * pValues.length <= level * rank) return pValue;
  }
  return null;
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

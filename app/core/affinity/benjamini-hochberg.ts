/**
 * The largest p-value that may still be called a finding, so that of all findings no more than `level` are expected to
 * be false: the largest p(k) with p(k) <= k / m * level among the sorted p(1) .. p(m).
 * In: p-values and level (fractions). Out: that p-value, or null when nothing is a finding.
 * Source: Benjamini & Hochberg 1995, procedure (1). A pair is a finding exactly when its adjusted p-value is <= level;
 * adjusting half a million of them would mean looking each up again.
 */
export function largestFinding(pValues: ReadonlyArray<number>, level: number): number | null {
  const sorted = new Float64Array(pValues).sort();
  for (let rank = sorted.length; rank >= 1; rank -= 1) {
    const pValue = sorted[rank - 1] ?? 1;
    if (pValue * sorted.length <= level * rank) return pValue;
  }
  return null;
}

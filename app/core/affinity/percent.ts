/** Percentages are settings with up to four decimals; scaled to whole numbers nothing is lost in a comparison. */
const SCALE = 10_000;

/**
 * Compares a share with a percentage in whole numbers, so that 10.0 % is never 9.999… %.
 * In: whole numbers, part (below 0 for a loss) and whole (>= 0), below 7e9 either way, percent with up to four decimals.
 * Out: negative when part / whole is below the percentage, 0 when equal, positive when above.
 */
export function comparePercent(part: number, whole: number, percent: number): number {
  return part * 100 * SCALE - whole * Math.round(percent * SCALE);
}
